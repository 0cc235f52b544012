package com.example.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;

/** Those of {@code java.sql.CallableStatement}. */
final class CallKinds {

  private CallKinds() {}

  static void addTo(Map<String, Kind> kinds) {
    kinds.put(
        "call_execute",
        (connection, sql) -> {
          try (CallableStatement call = prepare(connection, sql, sql.dialect().executeCall())) {
            call.execute();
          }
        });
    kinds.put(
        "call_query",
        (connection, sql) -> {
          try (CallableStatement call = prepare(connection, sql, sql.dialect().queryCall())) {
            StatementKinds.read(call.executeQuery());
          }
        });
    kinds.put(
        "call_update",
        (connection, sql) -> {
          try (CallableStatement call = prepare(connection, sql, sql.dialect().updateCall())) {
            call.executeUpdate();
          }
        });
  }

  private static CallableStatement prepare(Connection connection, Sql sql, String form)
      throws SQLException {
    CallableStatement call = connection.prepareCall(sql.call(form));
    int parameter = 1;
    if (form.startsWith("{?")) {
      call.registerOutParameter(parameter++, Types.INTEGER);
    }
    call.setInt(parameter, 5);
    return call;
  }
}
