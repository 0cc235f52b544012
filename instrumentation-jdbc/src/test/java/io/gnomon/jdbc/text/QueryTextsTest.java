package io.gnomon.jdbc.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Query;
import io.gnomon.core.traces.TraceSettings;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTextsTest {

  private static final AgentLog SILENT =
      new AgentLog() {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void debug(String line) {}
      };

  private final Core core =
      new Core(
          Clock.SYSTEM,
          SILENT,
          new CoreSettings(Long.MAX_VALUE, 1L, List.of(), 5, Long.MAX_VALUE),
          TraceSettings.NONE);
  private final QueryTexts texts = new QueryTexts(core.queries());
  private final Database database = new Database("postgresql", "shop", "db", 0);

  @Test
  void textsOfOneShapeAreOneQuery() {
    Query one = texts.query(database, "SELECT * FROM a WHERE b = 1");
    Query two = texts.query(database, "SELECT * FROM a WHERE b = 2");

    assertThat(two).isSameAs(one);
    assertThat(one.shape().summary()).isEqualTo("SELECT a");
    assertThat(texts.query(new Database("mysql", "x", "y", 0), "SELECT * FROM a WHERE b = 1"))
        .isNotSameAs(one);
  }

  @Test
  void aCallKnowsItsProcedure() {
    assertThat(texts.query(database, "{call s.p(?)}").shape().procedure()).isEqualTo("s.p");
    assertThat(texts.query(database, "SELECT 1").shape().procedure()).isNull();
  }

  @Test
  void aTextThatSaysNothingHasASummaryAllTheSame() {
    assertThat(texts.query(database, "").shape().summary()).isEqualTo("unknown");
    assertThat(texts.query(database, "/* nothing */").shape().summary()).isEqualTo("unknown");
  }

  @Test
  void longTextsAreQueriesToo() {
    for (int length : new int[] {2_000, 40_000}) {
      String text = "SELECT * FROM a WHERE b = '" + "x".repeat(length) + "'";
      assertThat(texts.query(database, text)).isSameAs(texts.query(database, text));
    }
  }

  @Test
  void aKnownTextCostsNoAllocation() {
    String known = "SELECT * FROM a WHERE b = ?";
    Query query = texts.query(database, known);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 10; attempt++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < 10_000; i++) {
        if (texts.query(database, known) != query) {
          throw new AssertionError();
        }
      }
      least =
          Math.min(least, threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }
    assertThat(least / 10_000).isZero();
  }

  @Test
  void aTextThatComesAgainOutlivesTextsThatComeOnce() {
    TextCache cache = new TextCache(64);
    String hot = "SELECT hot";
    Query query = texts.query(database, hot);
    cache.put(database, hot, query);
    int missed = 0;
    for (int i = 0; i < 10_000; i++) {
      if (cache.get(database, hot) == null) {
        missed++;
        cache.put(database, hot, query);
      }
      cache.put(database, "SELECT " + i, query);
    }
    assertThat(missed).isLessThan(100);
  }

  @Test
  void noTextIsDisplacedWhileItsSetHasRoom() {
    TextCache oneSet = new TextCache(TextCache.WAYS);
    for (int i = 0; i < TextCache.WAYS; i++) {
      oneSet.put(database, "SELECT " + i, texts.query(database, "SELECT " + i));
    }
    for (int i = 0; i < TextCache.WAYS; i++) {
      assertThat(oneSet.get(database, "SELECT " + i)).isNotNull();
    }
  }

  @Test
  void theCacheIsBounded() {
    TextCache cache = new TextCache(64);
    Query query = texts.query(database, "SELECT 1");
    for (int i = 0; i < 1_000; i++) {
      cache.put(database, "SELECT " + i, query);
    }
    int kept = 0;
    for (int i = 0; i < 1_000; i++) {
      kept += cache.get(database, "SELECT " + i) == null ? 0 : 1;
    }
    assertThat(kept).isBetween(1, 64);
  }
}
