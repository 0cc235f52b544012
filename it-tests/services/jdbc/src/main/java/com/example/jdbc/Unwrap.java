package com.example.jdbc;

import java.sql.SQLException;

/** What a wrapper answers when it is asked for what it wraps. */
enum Unwrap {
  /** What the wrapped one says. */
  HONEST,
  /** Itself. */
  ITSELF,
  /** Something of another type. */
  WRONG,
  /** It throws. */
  THROWS,
  /** It was compiled before there was such a method. */
  MISSING;

  /** The answer of a wrapper; null if the wrapped one is to be asked. */
  Object answer(Object wrapper) throws SQLException {
    return switch (this) {
      case HONEST -> null;
      case ITSELF -> wrapper;
      case WRONG -> "not what you asked for";
      case THROWS -> throw new SQLException("no");
      case MISSING -> throw new AbstractMethodError("unwrap");
    };
  }
}
