package io.gnomon.agent.start;

import io.gnomon.exporter.GrpcLoader;

/** The library for gRPC, from the folder of the jar that nothing else reads. */
final class JarGrpcLoader implements GrpcLoader {

  @Override
  public ClassLoader load() throws ReflectiveOperationException {
    ClassLoader loader = JarGrpcLoader.class.getClassLoader();
    return (ClassLoader) loader.getClass().getMethod("forGrpc").invoke(loader);
  }
}
