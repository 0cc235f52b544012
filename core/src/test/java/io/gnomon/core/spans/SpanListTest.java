package io.gnomon.core.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import io.gnomon.core.attributes.AttributeSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanListTest {

  private static final int MAX = 1_000;

  private final SpanRoom room = SpanRoom.of(MAX);
  private final SpanList list = new SpanList(room);
  private final SpanSubject subject = new Subject("SELECT");

  private static void add(SpanList list, SpanSubject subject, int times) {
    for (int i = 0; i < times; i++) {
      list.add(subject, i, 10L * i, i - 1, i + 1L, i, i % 2 == 0);
    }
  }

  @Test
  void aSpanCanBeNamedLater() {
    for (int i = 0; i < 40; i++) {
      list.open(new Subject("a"), 0, SpanList.ROOT, 0);
    }
    list.subject(39, new Subject("b"));
    list.subject(SpanList.ROOT, new Subject("c"));

    assertThat(list.subject(39).spanName()).isEqualTo("b");
    assertThat(list.subject(38).spanName()).isEqualTo("a");
  }

  @Test
  void keepsWhatItIsGivenAcrossChunks() {
    add(list, subject, 500);
    list.outcome(20, "23505", "code");
    RecordedSpans copy = list.copy(0);
    list.clear();
    assertThat(copy.size()).isEqualTo(500);
    for (int i = 0; i < 500; i++) {
      assertThat(copy.subject(i)).isSameAs(subject);
      assertThat(copy.startOffsetNanos(i)).isEqualTo(i);
      assertThat(copy.durationNanos(i)).isEqualTo(10L * i);
      assertThat(copy.parent(i)).isEqualTo(i - 1);
      assertThat(copy.spanId(i)).isEqualTo(i + 1L);
      assertThat(copy.batchSize(i)).isEqualTo(i);
      assertThat(copy.isSlow(i)).isEqualTo(i % 2 == 0);
      assertThat(copy.errorType(i)).isEqualTo(i == 20 ? "23505" : null);
      assertThat(copy.statusCode(i)).isEqualTo(i == 20 ? "code" : null);
    }
    assertThat(copy.leftOut()).isZero();
    assertThat(copy.leftOutWords()).isNull();
  }

  @Test
  void anIdIsMadeForWhoHasNone() {
    list.add(subject, 0, 1, SpanList.ROOT, 0, 0, false);
    list.add(subject, 0, 1, SpanList.ROOT, 0, 0, false);
    RecordedSpans copy = list.copy(0);
    assertThat(copy.spanId(0)).isNotZero().isNotEqualTo(copy.spanId(1));
    assertThat(copy.spanId(1)).isNotZero();
  }

  @Test
  void theLargestBatchAndNoParentGoSideBySide() {
    list.add(subject, 0, 1, SpanList.ROOT, 0, Integer.MAX_VALUE, true);
    list.add(subject, 0, 1, SpanList.ROOT, 0, 0, false);
    RecordedSpans copy = list.copy(0);
    assertThat(copy.batchSize(0)).isEqualTo(Integer.MAX_VALUE);
    assertThat(copy.isSlow(0)).isTrue();
    assertThat(copy.isSlow(1)).isFalse();
    assertThat(copy.parent(0)).isEqualTo(SpanList.ROOT);
  }

  @Test
  void aSpanIsOpenUntilItsFirstEnd() {
    int outer = list.open(subject, 5, SpanList.ROOT, 77);
    int inner = list.open(subject, 6, outer, 0);
    assertThat(list.isOpen(outer)).isTrue();
    list.close(inner, 9, null, null);
    list.close(inner, 12, "late", null);
    list.close(SpanList.ROOT, 9, "root", null);
    list.close(99, 9, "none", null);
    RecordedSpans copy = list.copy(0);
    assertThat(copy.isOpen(outer)).isTrue();
    assertThat(copy.spanId(outer)).isEqualTo(77);
    assertThat(copy.isOpen(inner)).isFalse();
    assertThat(copy.durationNanos(inner)).isEqualTo(3);
    assertThat(copy.errorType(inner)).isNull();
    assertThat(copy.parent(inner)).isEqualTo(outer);
  }

  @Test
  void aParentThatCannotBeIsTheRoot() {
    list.add(subject, 0, 1, 0, 0, 0, false);
    list.add(subject, 0, 1, 7, 0, 0, false);
    RecordedSpans copy = list.copy(0);
    assertThat(copy.parent(0)).isEqualTo(SpanList.ROOT);
    assertThat(copy.parent(1)).isEqualTo(SpanList.ROOT);
  }

  @Test
  void pastItsBoundItCountsByWhatItIsAbout() {
    add(list, subject, MAX);
    SpanSubject other = new Subject("UPDATE");
    for (int i = 0; i < 3; i++) {
      int index = list.add(i == 1 ? subject : other, 0, 2_000_000, SpanList.ROOT, 0, 0, false);
      assertThat(index).isEqualTo(SpanList.ROOT);
    }
    assertThat(list.open(other, 0, SpanList.ROOT, 0)).isNegative();
    assertThat(list.size()).isEqualTo(MAX);
    assertThat(list.leftOut()).isEqualTo(4);
    assertThat(room.pastBound()).isEqualTo(4);
    assertThat(room.withoutChunk()).isZero();
    assertThat(list.copy(0).leftOutWords()).isEqualTo("UPDATE x3 (4 ms); SELECT x1 (2 ms)");
    list.clear();
    assertThat(list.leftOut()).isZero();
    assertThat(list.copy(0).leftOutWords()).isNull();
  }

  @Test
  void whatIsOpenedPastTheBoundCountsItsTimeOnceItEnds() {
    SpanList none = new SpanList(SpanRoom.of(0));
    long milli = 1_000_000;
    int first = none.open(new Subject("GET shop"), 10 * milli, SpanList.ROOT, 0);
    int second = none.open(new Subject("GET shop"), 20 * milli, SpanList.ROOT, 0);
    int other = none.open(new Subject("GET bank"), 20 * milli, SpanList.ROOT, 0);
    none.close(first, 15 * milli, null, null);
    none.close(other, 27 * milli, "500", null);
    assertThat(none.leftOutWords(99, 100 * milli))
        .as("what has not ended ends with the request")
        .isEqualTo("GET shop x2 (85 ms); GET bank x1 (7 ms)");
    none.close(second, 23 * milli, null, null);
    none.close(second, 90 * milli, null, null);
    none.close(SpanList.ROOT, 90 * milli, null, null);
    none.close(-99, 90 * milli, null, null);
    assertThat(none.leftOutWords(99, 100 * milli))
        .isEqualTo("GET shop x2 (8 ms); GET bank x1 (7 ms)");
    none.clear();
    none.open(new Subject("GET shop"), 10 * milli, SpanList.ROOT, 0);
    assertThat(none.leftOutWords(99, 12 * milli)).isEqualTo("GET shop x1 (2 ms)");
  }

  @Test
  void manySubjectsPastTheBoundShareOneSumAndTheWordsAreBounded() {
    SpanList none = new SpanList(SpanRoom.of(0));
    for (int i = 0; i < LeftOut.MAX_SUBJECTS + 5; i++) {
      none.add(new Subject("q" + i), 0, 1_000_000, SpanList.ROOT, 0, 0, false);
    }
    assertThat(none.size()).isZero();
    assertThat(none.leftOut()).isEqualTo(LeftOut.MAX_SUBJECTS + 5);
    assertThat(none.copy(0).leftOutWords())
        .startsWith("q0 x1 (1 ms); q1")
        .endsWith("; others x5 (5 ms)");
    assertThat(none.leftOutWords(40, 0)).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void aRoomThatIsFullIsCountedAndRequestsShareIt() {
    SpanRoom small = SpanRoom.small(MAX, 2);
    SpanList first = new SpanList(small);
    SpanList second = new SpanList(small);
    add(first, subject, SpanList.OWN + SpanRoom.SPANS_PER_CHUNK + 1);
    assertThat(small.chunksInUse()).isEqualTo(2);
    add(second, subject, SpanList.OWN + 3);
    assertThat(second.size()).isEqualTo(SpanList.OWN);
    assertThat(second.leftOut()).isEqualTo(3);
    assertThat(small.withoutChunk()).isEqualTo(3);
    assertThat(small.pastBound()).isZero();

    first.clear();
    assertThat(small.chunksInUse()).isZero();
    add(second, subject, 1);
    assertThat(second.size()).as("what was left out has a successor left out too").isEqualTo(16);
    second.clear();
    add(second, subject, SpanList.OWN + 3);
    assertThat(second.size()).isEqualTo(SpanList.OWN + 3);
    second.clear();
    assertThat(small.chunksInUse()).isZero();
  }

  @Test
  void aChunkRemembersNothingOfItsLastUse() {
    add(list, subject, 100);
    for (int i = 0; i < 100; i++) {
      list.outcome(i, "error", "code");
    }
    list.clear();
    SpanList other = new SpanList(room);
    SpanSubject another = new Subject("UPDATE");
    for (int i = 0; i < 100; i++) {
      other.close(other.open(another, 0, SpanList.ROOT, 0), 1, null, null);
      list.close(list.open(another, 0, SpanList.ROOT, 0), 1, null, null);
    }
    for (SpanList each : new SpanList[] {other, list}) {
      RecordedSpans copy = each.copy(0);
      for (int i = 0; i < 100; i++) {
        assertThat(copy.errorType(i)).isNull();
        assertThat(copy.statusCode(i)).isNull();
        assertThat(copy.subject(i)).isSameAs(another);
      }
    }
    list.clear();
    assertThat(list.subject(0)).isNull();
  }

  @Test
  void withoutARoomNothingIsRecordedNorCounted() {
    SpanRoom none = SpanRoom.none();
    SpanList off = new SpanList(none);
    add(off, subject, 100);
    assertThat(off.isRecording()).isFalse();
    assertThat(off.size()).isZero();
    assertThat(off.leftOut()).isZero();
    assertThat(none.pastBound() + none.withoutChunk()).isZero();
  }

  @Test
  void doesNotAllocateOnceItHasBeenAsLong() {
    for (int spans : new int[] {0, 10, 100, MAX, MAX + 500}) {
      Runnable request =
          () -> {
            add(list, subject, spans);
            list.close(list.open(subject, 0, SpanList.ROOT, 1), 1, null, null);
            list.clear();
          };
      assertThat(Allocation.bytesOf(2_000, 20, request)).as("%d spans", spans).isZero();
    }
  }

  @Test
  void noChunkIsUsedByTwoAndAllComeBack() throws Exception {
    SpanRoom small = SpanRoom.small(MAX, 8);
    List<Thread> threads = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      SpanSubject own = new Subject("thread " + t);
      SpanList ofThread = new SpanList(small);
      Thread thread =
          new Thread(
              () -> {
                for (int round = 0; round < 5_000; round++) {
                  add(ofThread, own, 200);
                  for (int i = 0; i < ofThread.size(); i++) {
                    if (ofThread.subject(i) != own || ofThread.startOffsetNanos(i) != i) {
                      synchronized (wrong) {
                        wrong.add(own.spanName() + " " + i);
                      }
                    }
                  }
                  ofThread.clear();
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(wrong).isEmpty();
    assertThat(small.chunksInUse()).isZero();
    SpanList last = new SpanList(small);
    add(last, subject, SpanList.OWN + 8 * SpanRoom.SPANS_PER_CHUNK + 1);
    assertThat(last.size()).isEqualTo(SpanList.OWN + 8 * SpanRoom.SPANS_PER_CHUNK);
  }

  private static final class Subject implements SpanSubject {

    private final String name;

    Subject(String name) {
      this.name = name;
    }

    @Override
    public SpanKind spanKind() {
      return SpanKind.CLIENT;
    }

    @Override
    public String spanName() {
      return name;
    }

    @Override
    public boolean isCountedWith(SpanSubject other) {
      return other.spanName().equals(name);
    }

    @Override
    public void describe(AttributeSet.Builder attributes) {}
  }
}
