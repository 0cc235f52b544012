package io.gnomon.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverIdentityTest {

  @ParameterizedTest
  @CsvSource({
    "org.postgresql.jdbc.PgStatement,org.postgresql",
    "com.zaxxer.hikari.pool.HikariProxyStatement,com.zaxxer",
    "org.apache.derby.impl.jdbc.EmbedStatement,org.apache.derby",
    "org.apache.commons.dbcp2.DelegatingStatement,org.apache.commons",
    "com.ibm.db2.jcc.am.db,com.ibm.db2",
    "com.ibm.ws.rsadapter.jdbc.WSJdbcStatement,com.ibm.ws",
    "one.Two,one",
    "Alone,''",
  })
  void goesByTheBeginningOfThePackage(String className, String prefix) {
    assertThat(DriverIdentity.packagePrefix(className)).isEqualTo(prefix);
  }

  @Test
  void classesOfOneJarAndPackageAreOneDriver() {
    assertThat(DriverIdentity.of(org.h2.Driver.class))
        .isEqualTo(DriverIdentity.of(org.h2.jdbc.JdbcStatement.class))
        .hasSameHashCodeAs(DriverIdentity.of(org.h2.jdbc.JdbcStatement.class))
        .isNotEqualTo(DriverIdentity.of(DriverIdentityTest.class))
        .isNotEqualTo(DriverIdentity.of(String.class));
  }

  @Test
  void doesNotHoldTheLoader() throws Exception {
    URL[] h2 = {org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation()};
    URLClassLoader loader = new URLClassLoader(h2, ClassLoader.getPlatformClassLoader());
    DriverIdentity identity = DriverIdentity.of(loader.loadClass("org.h2.jdbc.JdbcStatement"));
    assertThat(identity)
        .isEqualTo(DriverIdentity.of(loader.loadClass("org.h2.jdbc.JdbcConnection")))
        .isNotEqualTo(DriverIdentity.of(org.h2.jdbc.JdbcStatement.class));

    WeakReference<ClassLoader> left = new WeakReference<>(loader);
    loader.close();
    loader = null;
    for (int i = 0; i < 100 && left.get() != null; i++) {
      System.gc();
    }
    assertThat(left.get()).isNull();
    assertThat(identity).isEqualTo(identity).isNotEqualTo(DriverIdentity.of(String.class));
  }

  @Test
  void knowsTheSystemOfADriversClass() {
    assertThat(JdbcClasses.systemName("org.h2.jdbc.JdbcStatement")).isEqualTo("h2database");
    assertThat(JdbcClasses.systemName("com.acme.Statement")).isEqualTo("other_sql");
  }
}
