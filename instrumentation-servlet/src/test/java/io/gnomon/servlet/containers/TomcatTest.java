package io.gnomon.servlet.containers;

class TomcatTest extends ContainerKit {

  @Override
  String serverClass() {
    return "shop.TomcatServer";
  }
}
