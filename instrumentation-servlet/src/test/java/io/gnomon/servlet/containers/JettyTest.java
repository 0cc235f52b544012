package io.gnomon.servlet.containers;

class JettyTest extends ContainerKit {

  @Override
  String serverClass() {
    return "shop.JettyServer";
  }
}
