package io.gnomon.exporter;

/** Where the classes of the gRPC transport come from; asked only if gRPC is chosen. */
public interface GrpcLoader {

  /**
   * The class loader that finds a {@code GrpcSenderProvider} as a service.
   *
   * @return the loader
   * @throws Exception if it cannot be had; gRPC then exports nothing and one line says why
   */
  ClassLoader load() throws Exception;
}
