package io.gnomon.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.bootstrap.Probes;
import io.gnomon.bootstrap.Slot;
import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.instrumentation.matching.ClassMatcher;
import io.gnomon.instrumentation.weaving.WeavingListener;
import io.gnomon.instrumentation.weaving.WeavingTransformer;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.junit.jupiter.api.Test;

/** The rules, the advice and the handler on a real driver, woven as the agent weaves it. */
class WovenH2Test {

  static final Recorded RECORDED = new Recorded();
  private static final Map<String, Throwable> FAILED = new ConcurrentHashMap<>();

  static {
    Probes.install(new JdbcCalls(RECORDED.core, JdbcSettings.defaults()));
  }

  /** Defines the classes of H2 and HikariCP itself, woven. */
  private static final class WovenClasses extends ClassLoader {
    private final WeavingTransformer weaver =
        WeavingTransformer.atLoad(
            new ClassMatcher(List.of(new JdbcInstrumentation(), new RowsInstrumentation())),
            new ClassLoader(WovenH2Test.class.getClassLoader()) {},
            new WeavingListener() {
              @Override
              public void woven(String internalName, long elapsedNanos) {}

              @Override
              public void failed(String internalName, Throwable failure) {
                FAILED.put(internalName, failure);
              }
            });

    WovenClasses() {
      super(WovenH2Test.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null || !isWoven(name)) {
          return known != null ? known : super.loadClass(name, resolve);
        }
        return define(name);
      }
    }

    private static boolean isWoven(String name) {
      return name.startsWith("org.h2.") || name.startsWith("com.zaxxer.");
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String path = name.replace('.', '/');
      try (InputStream in = getParent().getResourceAsStream(path + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] plain = in.readAllBytes();
        byte[] woven = weaver.transform(this, path, null, null, plain);
        byte[] bytes = woven == null ? plain : woven;
        return defineClass(name, bytes, 0, bytes.length);
      } catch (java.io.IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void eachExecutionOfH2CountsOnce() throws Exception {
    Driver driver =
        (Driver)
            new WovenClasses().loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
    TreeMap<String, Long> expected = new TreeMap<>();
    try (Connection connection = driver.connect("jdbc:h2:mem:shop", new Properties())) {
      assertThat(connection).isInstanceOf(Slot.class);
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR)");
        expected.put("CREATE TABLE item", 1L);
        statement.executeUpdate("INSERT INTO item VALUES (1, 'a')");
        statement.executeLargeUpdate("INSERT INTO item VALUES (2, 'b')");
        statement.executeUpdate("INSERT INTO item VALUES (3, 'c')", new String[] {"ID"});
        statement.addBatch("INSERT INTO item VALUES (4, 'd')");
        statement.addBatch("INSERT INTO item VALUES (5, 'e')");
        statement.executeBatch();
        expected.put("INSERT item", 3L);
        expected.put("BATCH INSERT item", 1L);
        assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nowhere"))
            .isInstanceOf(SQLException.class);
        expected.put("SELECT nowhere", 1L);
      }
      try (PreparedStatement query =
          connection.prepareStatement("SELECT name FROM item WHERE id = ?")) {
        for (int id = 1; id <= 3; id++) {
          query.setInt(1, id);
          assertThat(query.executeQuery().next()).isTrue();
        }
        query.execute();
        expected.put("SELECT item", 4L);
      }
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE item SET name = ? WHERE id = ?")) {
        for (int id = 1; id <= 3; id++) {
          update.setString(1, "x");
          update.setInt(2, id);
          update.addBatch();
        }
        update.executeBatch();
        update.executeLargeBatch();
        update.executeUpdate();
        expected.put("BATCH UPDATE item", 1L);
        expected.put("UPDATE item", 2L);
      }
      try (PreparedStatement call = connection.prepareCall("CALL 1 + 1")) {
        call.execute();
      }
    }

    assertThat(FAILED).isEmpty();
    assertThat(RECORDED.log).isEmpty();
    assertThat(RECORDED.executions(Recorded.SUMMARY)).containsAllEntriesOf(expected);
    assertThat(RECORDED.executions(AttributeNames.DB_NAMESPACE)).containsEntry("shop", 14L);
    assertThat(RECORDED.executions(AttributeNames.ERROR_TYPE)).containsEntry("42S02", 1L);
    assertThat(RECORDED.number("gnomon.agent.failures")).isZero();
  }

  @Test
  void aConnectionOfADriversOwnDataSourceHasItsAddress() throws Exception {
    WovenClasses classes = new WovenClasses();
    Class<?> type = classes.loadClass("org.h2.jdbcx.JdbcDataSource");
    DataSource source = (DataSource) type.getDeclaredConstructor().newInstance();
    type.getMethod("setURL", String.class).invoke(source, "jdbc:h2:mem:given");
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }

    assertThat(RECORDED.executions(AttributeNames.DB_NAMESPACE)).containsEntry("given", 1L);
    assertThat(RECORDED.number(JdbcCalls.WITHOUT_ADDRESS.name())).isZero();
    assertThat(FAILED).isEmpty();
  }

  @Test
  void aConnectionOfAnXaConnectionHasItsAddressToo() throws Exception {
    WovenClasses classes = new WovenClasses();
    Class<?> type = classes.loadClass("org.h2.jdbcx.JdbcDataSource");
    XADataSource source = (XADataSource) type.getDeclaredConstructor().newInstance();
    type.getMethod("setURL", String.class).invoke(source, "jdbc:h2:mem:distributed");
    XAConnection xa = source.getXAConnection();
    try (Connection connection = xa.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    } finally {
      xa.close();
    }

    assertThat(RECORDED.executions(AttributeNames.DB_NAMESPACE)).containsEntry("distributed", 1L);
    assertThat(RECORDED.number(JdbcCalls.WITHOUT_ADDRESS.name())).isZero();
    assertThat(FAILED).isEmpty();
  }

  @Test
  void throughAPoolEachExecutionCountsOnceAndWithItsAddress() throws Exception {
    WovenClasses classes = new WovenClasses();
    Class<?> poolType = classes.loadClass("com.zaxxer.hikari.HikariDataSource");
    DataSource pool = (DataSource) poolType.getDeclaredConstructor().newInstance();
    Thread.currentThread().setContextClassLoader(classes);
    poolType.getMethod("setDriverClassName", String.class).invoke(pool, "org.h2.Driver");
    poolType.getMethod("setJdbcUrl", String.class).invoke(pool, "jdbc:h2:mem:pooled");
    try {
      for (int i = 0; i < 10; i++) {
        try (Connection connection = pool.getConnection();
            Statement statement = connection.createStatement();
            PreparedStatement prepared = connection.prepareStatement("SELECT ?")) {
          statement.execute("SELECT 1");
          prepared.setInt(1, i);
          prepared.executeQuery();
          assertThat(prepared).as("a pool's own").isNotInstanceOf(Slot.class);
          assertThat(prepared.unwrap(PreparedStatement.class)).isInstanceOf(Slot.class);
        }
      }
    } finally {
      ((AutoCloseable) pool).close();
      Thread.currentThread().setContextClassLoader(WovenH2Test.class.getClassLoader());
    }

    assertThat(RECORDED.executions(AttributeNames.DB_NAMESPACE))
        .containsEntry("pooled", 20L)
        .satisfies(
            places ->
                assertThat(Set.of("distributed", "given", "pooled", "shop", "made"))
                    .containsAll(places.keySet()));
    assertThat(RECORDED.number(JdbcCalls.WITHOUT_ADDRESS.name())).isZero();
    assertThat(FAILED).isEmpty();
  }
}
