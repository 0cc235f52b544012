package io.gnomon.jdbc.transactions;

import org.jspecify.annotations.Nullable;

/** A call on a connection that begins, ends or marks a transaction. */
public enum TransactionCall {
  /** {@code commit()}. */
  COMMIT("commit"),
  /** {@code rollback()}. */
  ROLLBACK("rollback"),
  /** {@code setAutoCommit(boolean)}. */
  SET_AUTO_COMMIT("set_auto_commit"),
  /** {@code setSavepoint}, with or without a name. */
  SET_SAVEPOINT("set_savepoint"),
  /** {@code rollback(Savepoint)}. */
  ROLLBACK_TO_SAVEPOINT("rollback_to_savepoint"),
  /** {@code releaseSavepoint(Savepoint)}. */
  RELEASE_SAVEPOINT("release_savepoint");

  private final String text;

  TransactionCall(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /**
   * The call of a method.
   *
   * @param method its name and the types that it takes, as {@code rollback(java.sql.Savepoint)}
   * @return null for a method that is none of them
   */
  public static @Nullable TransactionCall of(String method) {
    switch (method) {
      case "commit()":
        return COMMIT;
      case "rollback()":
        return ROLLBACK;
      case "rollback(java.sql.Savepoint)":
        return ROLLBACK_TO_SAVEPOINT;
      case "setSavepoint()":
      case "setSavepoint(java.lang.String)":
        return SET_SAVEPOINT;
      case "releaseSavepoint(java.sql.Savepoint)":
        return RELEASE_SAVEPOINT;
      default:
        return null;
    }
  }
}
