package io.gnomon.it.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own for one run.
 *
 * @param url of JDBC
 * @param user its user
 * @param password the user's
 * @param namespace its name
 * @param port of its server; null if it is in the JVM
 */
record Place(String url, String user, String password, String namespace, @Nullable Integer port) {

  /** The attributes that each series has. */
  Map<String, String> attributes(JdbcDriver driver) {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("db.system.name", driver.systemName);
    expected.put("db.namespace", namespace);
    if (port != null) {
      expected.put("server.address", "127.0.0.1");
      expected.put("server.port", port.toString());
    }
    return expected;
  }
}
