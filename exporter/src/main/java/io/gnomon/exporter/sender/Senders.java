package io.gnomon.exporter.sender;

import io.gnomon.exporter.GrpcLoader;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.util.Collections;
import java.util.Iterator;
import java.util.ServiceLoader;

/**
 * Gives the SDK's exporters their sender without a search of the class path: ours for HTTP, the
 * wrapped one of the gRPC loader for gRPC. Other services are not found.
 */
final class Senders implements ComponentLoader {

  private final SpareLine spare;
  private final SendReport report;
  private final Pause pause;
  private final GrpcLoader grpcLoader;

  Senders(SpareLine spare, SendReport report, Pause pause, GrpcLoader grpcLoader) {
    this.spare = spare;
    this.report = report;
    this.pause = pause;
    this.grpcLoader = grpcLoader;
  }

  @Override
  public <T> Iterable<T> load(Class<T> service) {
    if (service == HttpSenderProvider.class) {
      return Collections.singletonList(service.cast(http()));
    }
    if (service == GrpcSenderProvider.class) {
      return Collections.singletonList(service.cast(grpc()));
    }
    return Collections.emptyList();
  }

  private HttpSenderProvider http() {
    return new HttpSenderProvider() {
      @Override
      public HttpSender createSender(HttpSenderConfig config) {
        return new HttpPostSender(config, spare, report, pause);
      }
    };
  }

  private GrpcSenderProvider grpc() {
    final GrpcSenderProvider provider = loadGrpc();
    return new GrpcSenderProvider() {
      @Override
      public GrpcSender createSender(GrpcSenderConfig config) {
        return new WatchedGrpcSender(provider.createSender(config), report);
      }
    };
  }

  private GrpcSenderProvider loadGrpc() {
    ClassLoader loader;
    try {
      loader = grpcLoader.load();
    } catch (Exception e) {
      throw new IllegalStateException("gRPC can't be loaded: " + SendReport.describe(e), e);
    }
    Iterator<GrpcSenderProvider> found =
        ServiceLoader.load(GrpcSenderProvider.class, loader).iterator();
    if (!found.hasNext()) {
      throw new IllegalStateException("gRPC can't be loaded: no sender in its class loader");
    }
    return found.next();
  }
}
