package io.gnomon.exporter.sender;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an export request, {@code Export...ServiceResponse} of opentelemetry-proto: field 1
 * is the partial success, in it field 1 the number of refused records and field 2 the reason. All
 * three signals share this shape. Reads the wire format itself, bounded by the bytes given.
 */
final class PartialSuccess {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final byte[] bytes;
  private final int end;
  private int position;

  private long refused;
  private String message = "";

  private PartialSuccess(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /**
   * What the answer says.
   *
   * @param body of an answer with a status of success
   * @return accepted or partial; null if the body is no such message
   */
  static @Nullable Outcome read(byte[] body) {
    try {
      return new PartialSuccess(body, 0, body.length).response();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Outcome response() {
    Outcome outcome = Outcome.accepted();
    while (position < end) {
      int tag = (int) varint();
      if (tag == (1 << 3 | BYTES)) {
        int length = length();
        outcome = new PartialSuccess(bytes, position, position + length).partial();
        position += length;
      } else {
        skip(tag);
      }
    }
    return outcome;
  }

  private Outcome partial() {
    while (position < end) {
      int tag = (int) varint();
      if (tag == (1 << 3 | VARINT)) {
        refused = varint();
      } else if (tag == (2 << 3 | BYTES)) {
        int length = length();
        message = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
      } else {
        skip(tag);
      }
    }
    return Outcome.partial(message, Math.max(0, refused));
  }

  private void skip(int tag) {
    int type = tag & 7;
    if (tag >>> 3 == 0) {
      throw new IllegalArgumentException("field 0");
    } else if (type == VARINT) {
      varint();
    } else if (type == FIXED64) {
      advance(8);
    } else if (type == BYTES) {
      advance(length());
    } else if (type == FIXED32) {
      advance(4);
    } else {
      throw new IllegalArgumentException("wire type " + type);
    }
  }

  private int length() {
    long length = varint();
    if (length < 0 || length > end - position) {
      throw new IllegalArgumentException("length " + length);
    }
    return (int) length;
  }

  private void advance(int count) {
    if (count > end - position) {
      throw new IllegalArgumentException("truncated");
    }
    position += count;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (position >= end) {
        throw new IllegalArgumentException("truncated");
      }
      byte next = bytes[position++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("varint");
  }
}
