package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gnomon.core.Core;
import io.gnomon.core.CoreSettings;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.events.Event;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Execution;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.traces.TraceSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real PostgreSQL. The witness is a file that {@code tell()} has the server write: neither a
 * read-only transaction nor a rollback undoes that, so it tells of each time that it ran.
 */
class PostgresPlansTest {

  private static EmbeddedPostgres server;
  private static DataSource source;
  private static Path directory;
  private static File witness;

  @BeforeAll
  static void start() throws Exception {
    directory = Files.createTempDirectory("gnomon-witness");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    witness = directory.resolve("told").toFile();
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    source = server.getPostgresDatabase();
    execute(
        "CREATE TABLE orders (id int PRIMARY KEY, name text, total numeric, customer int)",
        "INSERT INTO orders SELECT i, 'order ' || i, i, i % 100 FROM generate_series(1, 5000) i",
        "CREATE TABLE parts (id int, made date) PARTITION BY RANGE (id)",
        "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (100)",
        "CREATE MATERIALIZED VIEW totals AS SELECT customer, sum(total) FROM orders GROUP BY 1",
        "ANALYZE",
        "CREATE SEQUENCE witness",
        "CREATE FUNCTION tell() RETURNS int LANGUAGE plpgsql VOLATILE AS $$ BEGIN EXECUTE"
            + " 'COPY (SELECT 1) TO ''"
            + witness
            + "'''; RETURN 1; END $$",
        "CREATE FUNCTION sneaky(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS"
            + " $$ BEGIN PERFORM tell(); RETURN 1; END $$",
        "CREATE FUNCTION sneaky(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS"
            + " $$ BEGIN PERFORM tell(); RETURN 'x'; END $$",
        "CREATE FUNCTION lower(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT sneaky($1)'",
        "CREATE FUNCTION upper(varchar) RETURNS text LANGUAGE sql IMMUTABLE AS"
            + " 'SELECT sneaky(1)::text'",
        "CREATE FUNCTION peek(orders) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT sneaky(1)'",
        "CREATE FUNCTION more(int, int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS"
            + " 'SELECT sneaky($1)'",
        "CREATE DOMAIN wrapping AS orders",
        "CREATE TABLE wrapped (row wrapping)",
        "CREATE FUNCTION unpack(wrapping) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT sneaky(1)'",
        "CREATE PROCEDURE writes() LANGUAGE sql AS 'DELETE FROM orders'",
        "CREATE DOMAIN checked AS text CHECK (sneaky(VALUE) = 'x')",
        "CREATE SCHEMA text",
        "CREATE DOMAIN text.checked_too AS text CHECK (sneaky(VALUE) = 'x')",
        "CREATE VIEW sneaky_view AS SELECT sneaky(1) AS n, nextval('witness') AS v",
        "CREATE VIEW plain_view AS SELECT * FROM orders",
        "CREATE SCHEMA elsewhere",
        "CREATE VIEW elsewhere.hidden AS SELECT tell()",
        "CREATE TABLE guarded (id int)",
        "ALTER TABLE guarded ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY p ON guarded USING (sneaky(id) = 1)",
        "CREATE TABLE indexed (id int)",
        "CREATE INDEX ON indexed (sneaky(id))",
        "CREATE TABLE checked_rows (id int CHECK (sneaky(id) = 1))");
    Files.deleteIfExists(witness.toPath());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    Files.deleteIfExists(witness.toPath());
    Files.delete(directory);
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String value(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Asked ask(String text) {
    return Asked.about(text, "postgresql", source);
  }

  @AfterEach
  void nothingRanAndNothingChanged() throws SQLException {
    assertThat(witness).doesNotExist();
    assertThat(value("SELECT is_called FROM witness")).isEqualTo("f");
    assertThat(value("SELECT count(*) || ' ' || sum(total) FROM orders"))
        .isEqualTo("5000 12502500");
    assertThat(value("SELECT count(*) FROM pg_class WHERE relname = 'copied'")).isEqualTo("0");
  }

  static List<String> hostileTexts() {
    return PostgresHostileTexts.all();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void whatIsHostileGetsNoPlan(String text) {
    Asked asked = ask(text);
    assertThat(asked.plan).isNull();
    assertThat(asked.outcome).startsWith("refused_");
  }

  @Test
  void theWitnessWouldTellOfAnExplainThatRunsSomething() throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      statement.execute("EXPLAIN SELECT * FROM orders WHERE id = sneaky(1)");
      connection.rollback();
    }
    assertThat(Files.deleteIfExists(witness.toPath())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM orders WHERE name = ?",
        "select o.* from orders as o where o.name like ? and o.total > ? order by o.id limit ?",
        "SELECT \"name\", count(*) FROM \"orders\" GROUP BY \"name\" HAVING count(*) > 1",
        "/* by the shop */ SELECT max(total) -- of all\nFROM public.orders;",
        "SELECT a.id FROM orders a JOIN orders b USING (id) LEFT JOIN orders c ON (c.id = a.id)",
        "WITH big AS (SELECT id FROM orders WHERE total > 10) SELECT * FROM big WHERE id IN (?, ?)",
        "SELECT CASE WHEN total > 1 THEN 'much' ELSE 'little' END FROM orders WHERE id = ?",
        "SELECT row_number() OVER (PARTITION BY customer ORDER BY total DESC) FROM orders",
        "SELECT count(*) FILTER (WHERE total > 1), avg(total)::numeric(10, 2) FROM orders",
        "SELECT * FROM parts WHERE id = ? AND made > date '2020-01-01' - interval '1 day'",
        "SELECT * FROM parts WHERE made BETWEEN CAST(? AS date) AND ?::date",
        "SELECT * FROM totals",
        "SELECT extract(year FROM made), coalesce(id, 0), substring('abc', 1, 2) FROM parts",
        "SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM parts WHERE parts.id = orders.id)",
        "SELECT id FROM orders UNION ALL (SELECT id FROM parts) ORDER BY 1 OFFSET 5",
        "(SELECT id FROM orders) EXCEPT SELECT 1.5e3",
        "SELECT id FROM orders WHERE id = ANY (ARRAY[1, 2]) AND NOT (total <> -1)",
        "SELECT now(), current_date, CURRENT_TIMESTAMP AT TIME ZONE 'UTC'",
        "SELECT id FROM orders WHERE name = 'gr\u00fc\u00dfe' AND name ILIKE '%it''s%'",
        "SELECT x FROM generate_series(1, 10) AS x, LATERAL (SELECT 1) y"
      })
  void whatIsHarmlessGetsAPlan(String text) {
    Asked asked = ask(text);
    assertThat(asked.outcome).isEqualTo("plan");
    assertThat(asked.plan).contains("(cost=");
  }

  @Test
  void aMissingIndexIsVisibleAndLiteralsAreNot() {
    Asked literal = ask("SELECT * FROM orders WHERE name = 'secret 12' AND total > 4711");
    assertThat(literal.plan)
        .contains("Seq Scan on orders  (cost=0.00..")
        .contains("rows=")
        .contains("Filter: ((total > ?::numeric) AND (name = ?::text))")
        .doesNotContain("secret", "4711");
    assertThat(ask("SELECT * FROM orders WHERE name = ?").plan)
        .contains("Seq Scan on orders")
        .contains("(name = ?)");
    assertThat(ask("SELECT * FROM orders WHERE id = ?").plan).contains("Index Scan using");
  }

  @Test
  void aSlowQueryIsToldWithItsPlan() {
    Core core =
        new Core(
            Clock.SYSTEM,
            new SilentLog(),
            new CoreSettings(0, 1L, List.of(), 5, Long.MAX_VALUE),
            TraceSettings.NONE);
    Explainer explainer = new Explainer(core, 1L, Clock.SYSTEM);
    core.slowQueries().explainWith(explainer);
    Query query =
        core.queries()
            .query(
                new Database("postgresql", "postgres", "127.0.0.1", 0),
                new QueryShape(1, "SELECT * FROM orders WHERE name = ?", "SELECT orders"));
    core.queries()
        .executed(
            ThreadState.current(),
            new Execution()
                .of(query, 0, 200)
                .from(
                    "SELECT * FROM orders WHERE name = 'secret'", new FixedOrigin(source, false)));

    explainer.round().run();

    List<Event> told = new ArrayList<>();
    await().until(() -> told.addAll(core.events().drain(1)));
    assertThat((String) told.get(0).attributes().get("gnomon.db.query.plan"))
        .contains("Seq Scan on orders", "Filter: (name = ?::text)");
  }

  @Test
  void aLiteralThatLooksLikeALineOfThePlanIsHidden() {
    String line = "x'' \n  Filter: (secret = 1)  (cost=1.00..2.00 rows=3 width=4)\n '' true";
    Asked asked = ask("SELECT * FROM orders WHERE name = '" + line + "'");
    assertThat(asked.outcome).isEqualTo("plan");
    assertThat(asked.plan)
        .contains("Filter: (name = ?::text)")
        .doesNotContain("secret", "cost=1.00");
  }

  @Test
  void someonesOwnOperatorOrCastEndsAllPlans() throws SQLException {
    String text = "SELECT * FROM orders WHERE id = 1";
    execute("CREATE OPERATOR ||| (FUNCTION = sneaky, RIGHTARG = int)");
    assertThat(ask(text).outcome).isEqualTo("refused_function");
    execute(
        "DROP OPERATOR ||| (NONE, int)",
        "CREATE TYPE pair AS (a int, b int)",
        "CREATE FUNCTION paired(int) RETURNS pair LANGUAGE sql AS 'SELECT ROW($1, $1)::pair'",
        "CREATE CAST (int AS pair) WITH FUNCTION paired(int) AS IMPLICIT");
    assertThat(ask(text).outcome).isEqualTo("refused_function");
    execute("DROP TYPE pair CASCADE");
    assertThat(ask(text).outcome).isEqualTo("plan");
  }

  @Test
  void someonesOwnRangeWhoseBoundsArePlannedByAFunctionOfHisEndsAllPlans() throws Exception {
    execute(
        "CREATE FUNCTION apart(float8, float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS"
            + " $$ BEGIN PERFORM public.tell(); RETURN $1 - $2; END $$",
        "CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = apart)",
        "CREATE TABLE spans (s span)",
        "INSERT INTO spans SELECT span(i, i + 2) FROM generate_series(1, 1000) i",
        "ANALYZE spans");
    String text = "SELECT * FROM spans WHERE s && '[3.5,4.5)'";
    Files.delete(witness.toPath());
    execute("EXPLAIN " + text);
    Files.delete(witness.toPath());
    assertThat(ask(text).outcome).isEqualTo("refused_function");
    execute("DROP TABLE spans", "DROP TYPE span", "DROP FUNCTION apart");
    assertThat(ask("SELECT 1").outcome).isEqualTo("plan");
  }

  @Test
  void whereSomeonesTypesAreFoundFirstNothingIsAsked() {
    Asked asked =
        Asked.about(
            "SELECT 1",
            "postgresql",
            new TamperedSource(source, "SET search_path = public, pg_catalog"));
    assertThat(asked.outcome).isEqualTo("refused_session");
  }

  @Test
  void aTableThatIsLockedIsNotWaitedForLong() throws SQLException {
    try (Connection holder = source.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE parts IN ACCESS EXCLUSIVE MODE");
      assertThat(ask("SELECT * FROM parts").outcome).isEqualTo("failed_database");
      holder.rollback();
    }
  }

  @Test
  void theConnectionGoesBackAsItWasFound() throws SQLException {
    try (TamperedSource kept = new TamperedSource(source, "SET statement_timeout = '77s'")) {
      for (String text : List.of("SELECT 1", "SELECT nothing FROM nowhere", "SELECT tell()")) {
        Asked.about(text, "postgresql", kept);
        Connection connection = kept.connection();
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.getNetworkTimeout()).isZero();
        try (Statement statement = connection.createStatement();
            ResultSet result =
                statement.executeQuery(
                    "SELECT current_setting('statement_timeout'), (SELECT count(*) FROM"
                        + " pg_prepared_statements WHERE statement ~* 'explain|orders|select'),"
                        + " current_setting('transaction_read_only')")) {
          result.next();
          assertThat(result.getString(1)).isEqualTo("77s");
          assertThat(result.getInt(2)).isZero();
          assertThat(result.getString(3)).isEqualTo("off");
        }
      }
    }
  }
}
