package io.gnomon.jdbc;

import io.gnomon.core.query.Query;

/** A batch of texts on a plain statement, told by its first text. Immutable. */
final class Batch {

  final Query first;

  Batch(Query first) {
    this.first = first;
  }
}
