package io.gnomon.jdbc.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlDigesterTest {

  private static final String SYSTEM = "postgresql";

  private final SqlDigester digester = new SqlDigester();

  @ParameterizedTest
  @EnumSource(names = {"H2", "CLICKHOUSE", "SNOWFLAKE"})
  void aQuoteInASlashCommentOpensNoLiteral(SqlDialect dialect) {
    digester.digest("SELECT 1 +// it's one\n 2, 'secret' FROM t", dialect, SYSTEM);

    assertThat(digester.text()).isEqualTo("SELECT ? + ?, ? FROM t");
  }

  @Test
  void aQuoteInWhatMayBeASlashCommentHidesTheText() {
    digester.digest("SELECT 1 // it's one\n , 'secret' FROM t", SqlDialect.OTHER, SYSTEM);

    assertThat(digester.hidden()).isTrue();
  }

  @Test
  void cutsALongTextBeforeTheTokenThatTouchesTheBound() {
    String head = "SELECT a FROM t WHERE b = ";
    String name = "x".repeat(SqlDigester.MAX_TEXT_CHARS);
    for (String tail :
        new String[] {"'" + name + "'", "/*" + name, name, "\"" + name, "1" + name}) {
      digester.digest(head + tail, SqlDialect.POSTGRESQL, SYSTEM);

      assertThat(digester.text()).isEqualTo("SELECT a FROM t WHERE b =");
      assertThat(digester.summary()).isEqualTo("SELECT t");
      assertThat(digester.hidden()).isFalse();
      assertThat(digester.truncated()).isTrue();
    }
  }

  @Test
  void longListsOfAnyLengthGiveOneShape() {
    Set<Long> fingerprints = new HashSet<>();
    for (int rows : new int[] {2, 100, 20_000, 30_001}) {
      digester.digest(
          "INSERT INTO t (a, b) VALUES (1, now())" + ", (12345, now())".repeat(rows),
          SqlDialect.POSTGRESQL,
          SYSTEM);
      assertThat(digester.text()).isEqualTo("INSERT INTO t (a, b) VALUES (?, now())");
      fingerprints.add(digester.fingerprint());
    }
    assertThat(fingerprints).hasSize(1);
  }

  @Test
  void aLongListThatIsCutFolds() {
    digester.digest(
        "SELECT * FROM t WHERE a IN (1" + ", 2".repeat(50_000) + ")", SqlDialect.MYSQL, SYSTEM);

    assertThat(digester.text()).isEqualTo("SELECT * FROM t WHERE a IN (?");
    assertThat(digester.truncated()).isTrue();
  }

  @Test
  void aDigestThatGrowsPastTheBoundIsCutAndDigestsToTheSame() {
    digester.digest("SELECT " + "a=b+".repeat(8_000), SqlDialect.POSTGRESQL, SYSTEM);
    String text = digester.text();
    assertThat(text).hasSizeBetween(SqlDigester.MAX_TEXT_CHARS - 4, SqlDigester.MAX_TEXT_CHARS);
    assertThat(digester.truncated()).isTrue();

    digester.digest(text, SqlDialect.POSTGRESQL, SYSTEM);

    assertThat(digester.text()).isEqualTo(text);
  }

  @Test
  void cutsASummaryBetweenTwoNames() {
    StringBuilder text = new StringBuilder("SELECT * FROM t0");
    for (int i = 1; i < 100; i++) {
      text.append(", t").append(i);
    }

    digester.digest(text.toString(), SqlDialect.POSTGRESQL, SYSTEM);

    assertThat(digester.summary()).startsWith("SELECT t0 t1").endsWith(" t63").hasSize(252);
  }

  @Test
  void aFingerprintNeverChanges() {
    digester.digest("SELECT 1", SqlDialect.POSTGRESQL, SYSTEM);
    assertThat(digester.fingerprint()).isEqualTo(0x9E58E20834BFE88BL);
    digester.digest("SELECT * FROM orders WHERE id = 7", SqlDialect.MYSQL, "mysql");
    assertThat(digester.fingerprint()).isEqualTo(0x47E9518757BFD83CL);
    digester.digest("", SqlDialect.OTHER, "other_sql");
    assertThat(digester.fingerprint()).isEqualTo(0x57AB7C0D28808F88L);
  }

  @Test
  void aFingerprintTellsSystemsAndTextsApart() {
    Set<Long> fingerprints = new HashSet<>();
    for (String system : new String[] {"mysql", "mariadb", "", "m", "mysq"}) {
      for (String text :
          new String[] {"", "a", "b", "aa", "A", "aaaa", "aaaaa", "lSELECT", "SELECT"}) {
        digester.digest(text, SqlDialect.MYSQL, system);
        fingerprints.add(digester.fingerprint());
      }
    }
    assertThat(fingerprints).hasSize(45);
  }

  @Test
  void everyBitOfAFingerprintIsUsed() {
    int texts = 4_096;
    int[] ones = new int[Long.SIZE];
    for (int i = 0; i < texts; i++) {
      digester.digest("SELECT c" + i + "x FROM t", SqlDialect.POSTGRESQL, SYSTEM);
      for (int bit = 0; bit < Long.SIZE; bit++) {
        ones[bit] += (int) (digester.fingerprint() >>> bit & 1);
      }
    }
    for (int count : ones) {
      assertThat(count).isBetween(texts * 2 / 5, texts * 3 / 5);
    }
  }

  @Test
  void hiddenTextsOfASystemShareAFingerprint() {
    digester.digest("SELECT 'a", SqlDialect.POSTGRESQL, SYSTEM);
    long fingerprint = digester.fingerprint();
    digester.digest("INSERT /* b", SqlDialect.POSTGRESQL, SYSTEM);
    assertThat(digester.fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void allocatesNothingInSteadyState() throws Exception {
    String[] texts =
        SqlCorpusTest.corpus().stream().map(SqlCorpusTest.Case::input).toArray(String[]::new);
    SqlDialect[] dialects = SqlDialect.values();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    digestAll(texts, dialects, 20);

    long before = threads.getThreadAllocatedBytes(thread);
    digestAll(texts, dialects, 20);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    int digests = texts.length * dialects.length * 20;
    assertThat(allocated / digests).isZero();
  }

  private void digestAll(String[] texts, SqlDialect[] dialects, int times) {
    for (int i = 0; i < times; i++) {
      for (SqlDialect dialect : dialects) {
        for (String text : texts) {
          digester.digest(text, dialect, SYSTEM);
        }
      }
    }
  }
}
