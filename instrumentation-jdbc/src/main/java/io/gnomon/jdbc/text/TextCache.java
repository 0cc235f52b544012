package io.gnomon.jdbc.text;

import io.gnomon.core.query.Database;
import io.gnomon.core.query.Query;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Texts of queries and what they are, in sets of {@link #WAYS}: a text displaces one of its set
 * that was not asked for lately, so that texts which come once do not drive out those that come
 * again.
 *
 * <p>Any thread. {@link #get} is wait-free and does not allocate; {@link #put} allocates one entry
 * and is wait-free too. Two threads that put into one set may displace each other's entry, which
 * costs a digest and nothing else.
 */
final class TextCache {

  /** How many entries a text competes with. */
  static final int WAYS = 4;

  private static final int NONE = -1;

  private static final class Entry {
    final String text;
    final Database database;
    final Query query;

    /** Whether it was asked for since it was put or passed over; written by a benign race. */
    boolean used;

    Entry(String text, Database database, Query query) {
      this.text = text;
      this.database = database;
      this.query = query;
    }

    boolean isOf(Database database, String text) {
      return this.text.equals(text) && this.database.equals(database);
    }
  }

  private final AtomicReferenceArray<@Nullable Entry> entries;
  private final int setMask;

  /**
   * An empty cache.
   *
   * @param capacity a power of two, at least {@link #WAYS}
   */
  TextCache(int capacity) {
    this.entries = new AtomicReferenceArray<>(capacity);
    this.setMask = capacity / WAYS - 1;
  }

  /** The query of a text on a database, or null if it has to be found out. */
  @Nullable Query get(Database database, String text) {
    int start = start(database, text);
    for (int i = start; i < start + WAYS; i++) {
      Entry entry = entries.get(i);
      if (entry != null && entry.isOf(database, text)) {
        if (!entry.used) {
          entry.used = true;
        }
        return entry.query;
      }
    }
    return null;
  }

  /** Keeps what a text is. */
  void put(Database database, String text, Query query) {
    int start = start(database, text);
    entries.lazySet(victim(start), new Entry(text, database, query));
  }

  /** An empty place, else that of a text not asked for again; else all have to show it anew. */
  private int victim(int start) {
    int unused = NONE;
    for (int i = start; i < start + WAYS; i++) {
      Entry entry = entries.get(i);
      if (entry == null) {
        return i;
      }
      if (unused == NONE && !entry.used) {
        unused = i;
      }
    }
    if (unused != NONE) {
      return unused;
    }
    for (int i = start; i < start + WAYS; i++) {
      Entry entry = entries.get(i);
      if (entry != null) {
        entry.used = false;
      }
    }
    return start;
  }

  private int start(Database database, String text) {
    int hash = text.hashCode() * 31 + database.hashCode();
    hash *= 0x9e3779b1;
    return ((hash ^ (hash >>> 16)) & setMask) * WAYS;
  }
}
