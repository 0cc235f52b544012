package io.gnomon.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * {@code db.response.status_code} and {@code error.type} of what a driver threw, as the semantic
 * conventions for SQL say: the vendor's code where it says more than SQLSTATE, else SQLSTATE.
 */
final class JdbcErrors {

  private static final int MAX_STATE_CHARS = 16;
  private static final int ORACLE_DIGITS = 5;

  private JdbcErrors() {}

  /** The status code, or null if the database gave none. */
  static @Nullable String statusCode(String systemName, Throwable thrown) {
    if (!(thrown instanceof SQLException)) {
      return null;
    }
    SQLException error = (SQLException) thrown;
    SQLException next = error.getNextException();
    String code = statusCode(systemName, error.getErrorCode(), error.getSQLState());
    return code != null || next == null
        ? code
        : statusCode(systemName, next.getErrorCode(), next.getSQLState());
  }

  /** The type of the error: the status code if there is one, else the name of the exception. */
  static String errorType(@Nullable String statusCode, Throwable thrown) {
    return statusCode == null ? thrown.getClass().getName() : statusCode;
  }

  private static @Nullable String statusCode(
      String systemName, int vendorCode, @Nullable String state) {
    if (vendorCode != 0 && hasVendorCodes(systemName)) {
      return "oracle.db".equals(systemName) ? oracle(vendorCode) : Integer.toString(vendorCode);
    }
    return isState(state) ? state : null;
  }

  private static boolean hasVendorCodes(String systemName) {
    switch (systemName) {
      case "mysql":
      case "mariadb":
      case "oracle.db":
      case "microsoft.sql_server":
      case "ibm.db2":
      case "sqlite":
        return true;
      default:
        return false;
    }
  }

  private static String oracle(int code) {
    StringBuilder text = new StringBuilder("ORA-");
    String digits = Integer.toString(code);
    for (int i = digits.length(); i < ORACLE_DIGITS; i++) {
      text.append('0');
    }
    return text.append(digits).toString();
  }

  private static boolean isState(@Nullable String state) {
    if (state == null || state.isEmpty() || state.length() > MAX_STATE_CHARS) {
      return false;
    }
    for (int i = 0; i < state.length(); i++) {
      if (!Character.isLetterOrDigit(state.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
