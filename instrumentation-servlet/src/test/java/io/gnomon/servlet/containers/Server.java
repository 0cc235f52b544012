package io.gnomon.servlet.containers;

/** An embedded container with the shop in it; implementations are loaded by the weaving loader. */
public interface Server {

  int start() throws Exception;

  void stop() throws Exception;
}
