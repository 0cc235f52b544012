package shop;

import java.util.function.BiConsumer;

/** One entry of an MDC, written as {@code key=value}. */
final class Entry {

  private Entry() {}

  /** Puts it, unless it is empty. */
  static void put(String entry, BiConsumer<String, String> mdc) {
    int equals = entry.indexOf('=');
    if (equals > 0) {
      mdc.accept(entry.substring(0, equals), entry.substring(equals + 1));
    }
  }
}
