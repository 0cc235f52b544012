package io.gnomon.exporter.sender;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.util.function.Consumer;

/** A gRPC sender whose answers are noted. Safe for any thread, as the sender that it wraps. */
final class WatchedGrpcSender implements GrpcSender {

  private final GrpcSender sender;
  private final SendReport report;

  WatchedGrpcSender(GrpcSender sender, SendReport report) {
    this.sender = sender;
    this.report = report;
  }

  @Override
  public void send(
      MessageWriter message,
      final Consumer<GrpcResponse> onResponse,
      final Consumer<Throwable> onError) {
    sender.send(
        message,
        new Consumer<GrpcResponse>() {
          @Override
          public void accept(GrpcResponse response) {
            report.grpc(response);
            onResponse.accept(response);
          }
        },
        new Consumer<Throwable>() {
          @Override
          public void accept(Throwable failure) {
            report.failed(failure);
            onError.accept(failure);
          }
        });
  }

  @Override
  public CompletableResultCode shutdown() {
    return sender.shutdown();
  }
}
