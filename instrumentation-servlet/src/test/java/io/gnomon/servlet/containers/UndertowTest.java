package io.gnomon.servlet.containers;

class UndertowTest extends CommitKit {

  @Override
  String serverClass() {
    return "shop.UndertowServer";
  }

  @Override
  String malformed() {
    return "_OTHER 400 - -";
  }
}
