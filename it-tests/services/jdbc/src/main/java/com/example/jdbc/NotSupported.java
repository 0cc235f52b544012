package com.example.jdbc;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;

/** Tells what a driver or a pool does not do from what failed. */
final class NotSupported {

  private NotSupported() {}

  /**
   * Whether a failure says that there is no such method.
   *
   * @param failure what was thrown
   * @return true if so
   */
  static boolean is(Throwable failure) {
    if (failure instanceof SQLFeatureNotSupportedException
        || failure instanceof UnsupportedOperationException
        || failure instanceof AbstractMethodError) {
      return true;
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure instanceof SQLException
        && (message.contains("not implemented")
            || message.contains("not supported")
            || (failure.getCause() != null && is(failure.getCause())));
  }

  /** Throws it again if it says that there is no such method. */
  static void rethrow(SQLException failure) throws SQLException {
    if (is(failure)) {
      throw failure;
    }
  }
}
