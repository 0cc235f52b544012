package io.gnomon.jdbc;

import io.gnomon.core.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * What was added to a statement's batch: how many statements, and which queries they are. Reused;
 * used by whoever uses the statement.
 */
final class Batch {

  /** How many different queries of a batch are told. */
  static final int MAX_QUERIES = 8;

  private final @Nullable Query[] queries = new Query[MAX_QUERIES];
  private int distinct;
  private int size;

  void add(Query query) {
    size++;
    for (int i = 0; i < distinct; i++) {
      if (queries[i] == query) {
        return;
      }
    }
    if (distinct < MAX_QUERIES) {
      queries[distinct++] = query;
    }
  }

  int size() {
    return size;
  }

  /** How many different queries there are; those past {@link #MAX_QUERIES} are not looked at. */
  int distinct() {
    return distinct;
  }

  /** The query that came first, or null. */
  @Nullable Query first() {
    return queries[0];
  }

  /** Different queries in the order in which they came. */
  Query[] queries() {
    Query[] copy = new Query[distinct];
    System.arraycopy(queries, 0, copy, 0, distinct);
    return copy;
  }

  void clear() {
    for (int i = 0; i < distinct; i++) {
      queries[i] = null;
    }
    distinct = 0;
    size = 0;
  }
}
