package io.gnomon.jdbc.url;

import org.jspecify.annotations.Nullable;

/**
 * The options of a URL, and how its driver tells one from the next. Immutable; only those that say
 * where the database is may be asked for.
 */
final class UrlOptions {

  private final String text;
  private final char separator;
  private final boolean encoded;

  private UrlOptions(String text, char separator, boolean encoded) {
    this.text = text;
    this.separator = separator;
    this.encoded = encoded;
  }

  /**
   * Of a URL's rest.
   *
   * @param end where the path ends, and what opens the options stands: {@code ?} has {@code &}
   *     between options, {@code ;} and {@code :} have {@code ;}
   * @param path Teradata's options, with commas between them; Hana's hosts are separated by
   *     semicolons, so its options begin at the question mark
   */
  static UrlOptions of(UrlScheme scheme, String rest, int end, String path) {
    if (scheme == UrlScheme.TERADATA) {
      return new UrlOptions(path, ',', false);
    }
    int open = scheme == UrlScheme.HANA ? UrlText.indexOfAny(rest, "?", end) : end;
    if (open >= rest.length()) {
      return new UrlOptions("", '&', false);
    }
    boolean query = rest.charAt(open) == '?';
    return new UrlOptions(rest.substring(open + 1), query ? '&' : ';', query);
  }

  /** The value of the first of these keys that is there, decoded; null if there is none. */
  @Nullable String get(String... keys) {
    String value = UrlText.option(text, separator, keys);
    return encoded ? UrlText.decoded(value) : value;
  }
}
