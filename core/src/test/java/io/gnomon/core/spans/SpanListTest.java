package io.gnomon.core.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.attributes.AttributeSet;
import org.junit.jupiter.api.Test;

class SpanListTest {

  private final SpanList list = new SpanList();
  private final SpanSubject subject = new Subject();

  private void add(int times) {
    for (int i = 0; i < times; i++) {
      list.close(list.open(subject, i, SpanList.ROOT, 0), 10L * i, null, null);
    }
  }

  @Test
  void growsToItsBoundAndNoFurther() {
    add(SpanList.MAX_SPANS + 5);
    assertThat(list.size()).isEqualTo(SpanList.MAX_SPANS);
    assertThat(list.capacity()).isEqualTo(SpanList.MAX_SPANS);
    assertThat(list.startOffsetNanos(999)).isEqualTo(999);
    assertThat(list.durationNanos(999)).isEqualTo(9_990);
  }

  @Test
  void keepsItsRoomWhileItIsUsedAndShrinksWhenItIsNot() {
    add(100);
    int grown = list.capacity();
    list.clear();
    assertThat(list.capacity()).isEqualTo(grown);
    add(grown / 4 - 1);
    list.clear();
    assertThat(list.capacity()).isEqualTo(SpanList.SMALL);
    assertThat(list.size()).isZero();
    assertThat(list.subject(0)).isNull();
  }

  private static final class Subject implements SpanSubject {

    @Override
    public SpanKind spanKind() {
      return SpanKind.INTERNAL;
    }

    @Override
    public String spanName() {
      return "subject";
    }

    @Override
    public void describe(AttributeSet.Builder attributes) {}
  }
}
