package io.gnomon.servlet.containers;

class JettyTest extends CommitKit {

  @Override
  String serverClass() {
    return "shop.JettyServer";
  }
}
