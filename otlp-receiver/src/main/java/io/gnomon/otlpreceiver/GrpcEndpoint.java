package io.gnomon.otlpreceiver;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * OTLP over gRPC, unary calls. Bodies stay bytes on their way through gRPC, so that an answer may
 * be no protobuf. An HTTP status that is scripted becomes the code that gRPC maps it to.
 */
final class GrpcEndpoint implements AutoCloseable {

  private static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        }
      };

  private final Intake intake;
  private final Server server;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "otlp-receiver-grpc");
            thread.setDaemon(true);
            return thread;
          });

  GrpcEndpoint(Intake intake) throws IOException {
    this.intake = intake;
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    for (Signal signal : Signal.values()) {
      builder.addService(service(signal));
    }
    server = builder.build().start();
  }

  int port() {
    return server.getPort();
  }

  private ServerServiceDefinition service(Signal signal) {
    MethodDescriptor<byte[], byte[]> export =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(MethodDescriptor.generateFullMethodName(signal.service(), "Export"))
            .setRequestMarshaller(BYTES)
            .setResponseMarshaller(BYTES)
            .build();
    return ServerServiceDefinition.builder(signal.service())
        .addMethod(export, (call, headers) -> start(signal, call, texts(headers)))
        .build();
  }

  private ServerCall.Listener<byte[]> start(
      Signal signal, ServerCall<byte[], byte[]> call, Map<String, String> headers) {
    call.request(1);
    return new ServerCall.Listener<>() {
      @Override
      public void onMessage(byte[] body) {
        receive(signal, call, headers, body);
      }
    };
  }

  private void receive(
      Signal signal, ServerCall<byte[], byte[]> call, Map<String, String> headers, byte[] body) {
    try {
      Answer answer = intake.take(signal, true, headers, body.length, body);
      if (answer.kind() == Answer.Kind.HANG) {
        return;
      }
      var unused =
          later.schedule(
              () -> answer(signal, call, answer), answer.delay().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InvalidProtocolBufferException notProtobuf) {
      call.close(Status.INVALID_ARGUMENT.withDescription(notProtobuf.getMessage()), new Metadata());
    }
  }

  private static Map<String, String> texts(Metadata headers) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : headers.keys()) {
      if (!name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
        String value = headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        texts.put(name, value == null ? "" : value);
      }
    }
    return texts;
  }

  private static void answer(Signal signal, ServerCall<byte[], byte[]> call, Answer answer) {
    if (call.isCancelled()) {
      return;
    }
    switch (answer.kind()) {
      case CLOSE -> call.close(Status.UNAVAILABLE.withDescription("closed"), new Metadata());
      case REFUSE -> refuse(call, answer);
      default -> {
        call.sendHeaders(new Metadata());
        call.sendMessage(Intake.body(signal, answer));
        call.close(Status.OK, new Metadata());
      }
    }
  }

  private static void refuse(ServerCall<byte[], byte[]> call, Answer answer) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code(answer.status()).value())
            .setMessage(answer.message());
    String retryAfter = answer.headers().get("Retry-After");
    if (retryAfter != null) {
      Duration delay = Duration.newBuilder().setSeconds(Long.parseLong(retryAfter)).build();
      status.addDetails(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay).build()));
    }
    StatusRuntimeException refusal = StatusProto.toStatusRuntimeException(status.build());
    Metadata trailers = refusal.getTrailers();
    call.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
  }

  private static Status.Code code(int httpStatus) {
    return switch (httpStatus) {
      case 400 -> Status.Code.INVALID_ARGUMENT;
      case 401 -> Status.Code.UNAUTHENTICATED;
      case 403 -> Status.Code.PERMISSION_DENIED;
      case 404 -> Status.Code.UNIMPLEMENTED;
      case 429 -> Status.Code.RESOURCE_EXHAUSTED;
      case 500 -> Status.Code.INTERNAL;
      case 502, 503, 504 -> Status.Code.UNAVAILABLE;
      default -> Status.Code.UNKNOWN;
    };
  }

  @Override
  public void close() {
    later.shutdownNow();
    server.shutdownNow();
  }
}
