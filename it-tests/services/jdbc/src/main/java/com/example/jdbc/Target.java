package com.example.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Which database.
 *
 * @param url of JDBC
 * @param user its user
 * @param password the user's
 */
record Target(String url, String user, String password) {

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  String driverClass() throws SQLException {
    return DriverManager.getDriver(url).getClass().getName();
  }
}
