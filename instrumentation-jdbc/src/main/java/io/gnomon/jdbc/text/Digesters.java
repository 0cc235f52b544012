package io.gnomon.jdbc.text;

import io.gnomon.jdbc.digest.SqlDigester;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Digesters to borrow: a digester's buffer may grow to some 130 KB, so a few serve all threads. Any
 * thread, wait-free; when all are out, a new one is made and dropped after use.
 */
final class Digesters {

  /** How many are kept, a power of two. */
  static final int KEPT = 8;

  private final AtomicReferenceArray<SqlDigester> kept = new AtomicReferenceArray<>(KEPT);

  SqlDigester borrow() {
    SqlDigester digester = kept.getAndSet(own(), null);
    return digester == null ? new SqlDigester() : digester;
  }

  void giveBack(SqlDigester digester) {
    kept.lazySet(own(), digester);
  }

  private static int own() {
    return (int) Thread.currentThread().getId() & (KEPT - 1);
  }
}
