package io.gnomon.http;

import io.gnomon.core.request.RequestRecord;

/** The use of a record, and the span in it, that a call belongs to. Immutable. */
final class Origin {

  private final RequestRecord record;
  private final int generation;
  private final int parent;

  Origin(RequestRecord record, int generation, int parent) {
    this.record = record;
    this.generation = generation;
    this.parent = parent;
  }

  RequestRecord record() {
    return record;
  }

  int generation() {
    return generation;
  }

  int parent() {
    return parent;
  }
}
