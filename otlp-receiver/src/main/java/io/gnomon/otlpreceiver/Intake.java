package io.gnomon.otlpreceiver;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What both protocols do with a request: choose the answer, decode, keep. Thread-safe. Data that is
 * answered late is kept at once.
 */
final class Intake {

  private static final byte[] NO_PROTOBUF =
      "<html>not for you</html>".getBytes(StandardCharsets.UTF_8);

  private final Script script;
  private final Store store;

  Intake(Script script, Store store) {
    this.script = script;
    this.store = store;
  }

  Answer take(Signal signal, boolean grpc, Map<String, String> headers, int wireBytes, byte[] body)
      throws InvalidProtocolBufferException {
    long arrivedNanos = System.nanoTime();
    Message message = decode(signal, body);
    Answer answer = script.take(signal);
    store.add(new ReceivedRequest(signal, grpc, headers, wireBytes, answer, message, arrivedNanos));
    return answer;
  }

  private static Message decode(Signal signal, byte[] body) throws InvalidProtocolBufferException {
    return switch (signal) {
      case METRICS -> ExportMetricsServiceRequest.parseFrom(body);
      case LOGS -> ExportLogsServiceRequest.parseFrom(body);
      case TRACES -> ExportTraceServiceRequest.parseFrom(body);
    };
  }

  /** The body of an answer with status 200. */
  static byte[] body(Signal signal, Answer answer) {
    return switch (answer.kind()) {
      case GARBAGE -> NO_PROTOBUF.clone();
      case PARTIAL -> partial(signal, answer).toByteArray();
      default -> new byte[0];
    };
  }

  private static Message partial(Signal signal, Answer answer) {
    return switch (signal) {
      case METRICS ->
          ExportMetricsServiceResponse.newBuilder()
              .setPartialSuccess(
                  ExportMetricsPartialSuccess.newBuilder()
                      .setRejectedDataPoints(answer.rejected())
                      .setErrorMessage(answer.message()))
              .build();
      case LOGS ->
          ExportLogsServiceResponse.newBuilder()
              .setPartialSuccess(
                  ExportLogsPartialSuccess.newBuilder()
                      .setRejectedLogRecords(answer.rejected())
                      .setErrorMessage(answer.message()))
              .build();
      case TRACES ->
          ExportTraceServiceResponse.newBuilder()
              .setPartialSuccess(
                  ExportTracePartialSuccess.newBuilder()
                      .setRejectedSpans(answer.rejected())
                      .setErrorMessage(answer.message()))
              .build();
    };
  }
}
