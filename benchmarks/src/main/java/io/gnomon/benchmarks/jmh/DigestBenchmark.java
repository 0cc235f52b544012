package io.gnomon.benchmarks.jmh;

import io.gnomon.jdbc.digest.SqlDialect;
import io.gnomon.jdbc.digest.SqlDigester;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a text that was never seen before costs, up to its fingerprint. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DigestBenchmark {

  private static final String SYSTEM = "postgresql";
  private static final String SHORT = "SELECT name, price FROM item WHERE id = 4711";
  private static final String MEDIUM =
      "SELECT o.id, o.placed_at, c.name, SUM(l.quantity * l.price) AS total"
          + " FROM orders o JOIN customer c ON c.id = o.customer_id"
          + " JOIN order_line l ON l.order_id = o.id"
          + " WHERE o.state IN ('open', 'paid', 'sent') AND c.country = 'CH'"
          + " AND o.placed_at > '2026-01-01' GROUP BY o.id, o.placed_at, c.name"
          + " HAVING SUM(l.quantity * l.price) > 100.50 ORDER BY total DESC LIMIT 20";
  private static final String LONG =
      "INSERT INTO measurement (sensor, taken_at, value) VALUES "
          + "(17, '2026-11-23 04:00:00', 21.75), ".repeat(500)
          + "(17, '2026-11-23 04:00:00', 21.75)";

  private final SqlDigester digester = new SqlDigester();

  private long digest(String text) {
    digester.digest(text, SqlDialect.POSTGRESQL, SYSTEM);
    return digester.fingerprint();
  }

  /** 44 characters. */
  @Benchmark
  public long shortText() {
    return digest(SHORT);
  }

  /** About 400 characters, three tables. */
  @Benchmark
  public long mediumText() {
    return digest(MEDIUM);
  }

  /** About 18,000 characters, 501 rows of values. */
  @Benchmark
  public long longText() {
    return digest(LONG);
  }
}
