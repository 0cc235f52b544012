package io.gnomon.servlet.containers;

class TomcatTest extends CommitKit {

  @Override
  String serverClass() {
    return "shop.TomcatServer";
  }
}
