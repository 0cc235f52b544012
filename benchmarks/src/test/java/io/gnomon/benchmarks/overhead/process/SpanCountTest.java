package io.gnomon.benchmarks.overhead.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class SpanCountTest {

  private static final byte[] NOTHING = {};

  /** Longer than one byte of a length can say. */
  private static final byte[] SPAN = field(5, new byte[300]);

  private static byte[] field(int number, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(number << 3 | 2);
    int length = value.length;
    for (; length > 0x7f; length >>>= 7) {
      out.write(length & 0x7f | 0x80);
    }
    out.write(length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void countsSpansOfAllScopesAndResources() {
    byte[] resource = field(1, field(1, new byte[] {8, 1}));
    byte[] scope = field(1, NOTHING);
    byte[] twoSpans = field(2, join(scope, field(2, SPAN), field(2, SPAN)));
    byte[] oneSpan = field(2, join(scope, field(2, SPAN), field(3, NOTHING)));

    byte[] message =
        join(field(1, join(resource, twoSpans, oneSpan)), field(1, join(resource, oneSpan)));

    assertThat(SpanCount.of(message)).isEqualTo(4);
  }

  @Test
  void passesOverNumbersOfEachKind() {
    byte[] varint = {1 << 3, (byte) 0x96, 1};
    byte[] eightBytes = {2 << 3 | 1, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] fourBytes = {3 << 3 | 5, 0, 0, 0, 0};

    byte[] message = join(varint, eightBytes, fourBytes, field(1, field(2, field(2, SPAN))));

    assertThat(SpanCount.of(message)).isEqualTo(1);
  }

  @Test
  void isNotFooledByWhatIsNoSuchMessage() {
    assertThatThrownBy(() -> SpanCount.of(new byte[] {7}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SpanCount.of(NOTHING)).isZero();
  }
}
