package io.gnomon.jdbc;

import io.gnomon.core.query.Callee;
import io.gnomon.core.query.Database;

/** What we know of a class whose objects are executed. One per class; immutable but the callee. */
final class JdbcClass {

  final Callee callee;
  final Database withoutAddress;
  private final boolean statement;

  JdbcClass(Callee callee, Database withoutAddress, boolean statement) {
    this.callee = callee;
    this.withoutAddress = withoutAddress;
    this.statement = statement;
  }

  /** Whether its objects are statements that may count. */
  boolean counts() {
    return statement && !callee.isWrapper();
  }
}
