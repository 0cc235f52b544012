package io.gnomon.benchmarks.overhead.process;

import java.nio.ByteBuffer;

/**
 * Counts the spans of an OTLP traces request without reading them: fields of a protobuf message are
 * passed over but for those on the way to a span.
 */
final class SpanCount {

  /** {@code resource_spans}, in it {@code scope_spans}, in it {@code spans}. */
  private static final int[] WAY = {1, 2, 2};

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;

  private SpanCount() {}

  /**
   * Counts.
   *
   * @param message a serialized {@code ExportTraceServiceRequest}
   * @return how many spans it has
   * @throws IllegalArgumentException if it is no such thing
   */
  static long of(byte[] message) {
    return count(ByteBuffer.wrap(message), 0);
  }

  private static long count(ByteBuffer message, int depth) {
    long spans = 0;
    while (message.hasRemaining()) {
      long tag = varint(message);
      int type = (int) (tag & 7);
      int length = length(message, type);
      if (type == LENGTH && tag >>> 3 == WAY[depth]) {
        spans +=
            depth == WAY.length - 1
                ? 1
                : count(message.slice(message.position(), length), depth + 1);
      }
      message.position(message.position() + length);
    }
    return spans;
  }

  /** How long the value is that stands next, of a varint what is left of it. */
  private static int length(ByteBuffer message, int type) {
    return switch (type) {
      case VARINT -> {
        varint(message);
        yield 0;
      }
      case FIXED_64 -> Long.BYTES;
      case LENGTH -> Math.toIntExact(varint(message));
      case FIXED_32 -> Integer.BYTES;
      default -> throw new IllegalArgumentException("no such wire type: " + type);
    };
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    int shift = 0;
    byte next = message.get();
    for (; next < 0; next = message.get()) {
      value |= (next & 0x7fL) << shift;
      shift += 7;
    }
    return value | (long) next << shift;
  }
}
