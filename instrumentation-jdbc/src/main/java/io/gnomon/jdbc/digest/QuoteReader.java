package io.gnomon.jdbc.digest;

import io.gnomon.jdbc.digest.SqlDialect.Escapes;
import io.gnomon.jdbc.digest.SqlDialect.Quotes;
import io.gnomon.jdbc.digest.SqlDialect.Trait;

/**
 * Finds the end of what a quote opens. Each method starts at the opening quote and gives the kind
 * of the token, or {@link SqlScanner#END} if nothing closes it. For one thread at a time.
 */
final class QuoteReader {

  private final SqlCursor cursor;

  QuoteReader(SqlCursor cursor) {
    this.cursor = cursor;
  }

  /** A string in single quotes that no word stands before. */
  int string() {
    return string('\'', cursor.escapes());
  }

  /** What double quotes are depends on the dialect. */
  int doubleQuoted() {
    switch (cursor.dialect().doubleQuotes) {
      case NAME:
        return name('"');
      case STRING:
        return string('"', cursor.escapes());
      default:
        return string('"', cursor.escapes()) == SqlScanner.VALUE
            ? SqlScanner.NAME_OR_LITERAL
            : SqlScanner.END;
    }
  }

  /** A name that ends with {@code closing}, which stands for itself when doubled. */
  int name(char closing) {
    cursor.skip(1);
    boolean escapes = cursor.dialect().has(Trait.ESCAPES_IN_NAMES);
    while (cursor.hasMore()) {
      char c = cursor.take();
      if (c == closing) {
        if (cursor.at(0) != closing) {
          return SqlScanner.NAME;
        }
        cursor.skip(1);
      } else if (c == '\\' && escapes) {
        cursor.skip(1);
      }
    }
    return cursor.open();
  }

  /**
   * The quote that follows the word just read, if the two belong together.
   *
   * @param wordStart where the word starts
   * @return {@link SqlScanner#WORD} if they don't
   */
  int afterWord(int wordStart) {
    char next = cursor.at(0);
    int length = cursor.position() - wordStart;
    if (next == '\'' && isStringPrefix(wordStart, length)) {
      return prefixedString(wordStart);
    }
    if (next == '&' && length == 1 && cursor.isLetter(wordStart, 'u')) {
      return unicode();
    }
    return SqlScanner.WORD;
  }

  private boolean isStringPrefix(int start, int length) {
    char first = cursor.charAt(start);
    if (length == 1) {
      return "bBeEgGnNqQrRxX".indexOf(first) >= 0;
    }
    return length == 2
        && "bBgGnNrRuU".indexOf(first) >= 0
        && "bBqQrRxX".indexOf(cursor.charAt(start + 1)) >= 0;
  }

  private int prefixedString(int wordStart) {
    SqlDialect dialect = cursor.dialect();
    if (cursor.isLetter(cursor.position() - 1, 'q')) {
      if (dialect.has(Trait.Q_QUOTES)) {
        return qString();
      }
      if (dialect.has(Trait.UNSURE_QUOTES)) {
        cursor.giveUp();
      }
    }
    boolean prefixed = dialect.escapes == Escapes.PREFIXED && cursor.isLetter(wordStart, 'e');
    return prefixed ? string('\'', Escapes.ALWAYS) : string();
  }

  /** The standard's {@code U&'...'} and {@code U&"..."}. */
  private int unicode() {
    if (cursor.at(1) == '\'') {
      cursor.skip(1);
      return string('\'', Escapes.NEVER);
    }
    if (cursor.at(1) == '"' && cursor.dialect().doubleQuotes == Quotes.NAME) {
      cursor.skip(1);
      return name('"');
    }
    return SqlScanner.WORD;
  }

  /** Oracle's {@code q'[it's]'}. */
  private int qString() {
    char closing = closing(cursor.at(1));
    cursor.skip(2);
    while (cursor.hasMore()) {
      if (cursor.take() == closing && cursor.at(0) == '\'') {
        return cursor.take(1, SqlScanner.VALUE);
      }
    }
    return cursor.open();
  }

  private static char closing(char opening) {
    switch (opening) {
      case '[':
        return ']';
      case '(':
        return ')';
      case '{':
        return '}';
      case '<':
        return '>';
      default:
        return opening;
    }
  }

  private int string(char quote, Escapes escapes) {
    boolean unsure = cursor.dialect().has(Trait.UNSURE_QUOTES);
    boolean escaping = escapes == Escapes.ALWAYS || escapes == Escapes.UNSURE;
    // In E'' a backslash escapes whatever the settings are.
    boolean settable = escapes == cursor.escapes();
    cursor.skip(1);
    if (unsure && cursor.at(0) == quote && cursor.at(1) == quote) {
      cursor.giveUp();
    }
    while (cursor.hasMore()) {
      char c = cursor.take();
      if (c == '\\') {
        if (settable && cursor.at(0) == quote) {
          cursor.backslashBeforeQuote();
        }
        cursor.skip(escaping ? 1 : 0);
      } else if (c == quote) {
        if (cursor.at(0) != quote) {
          return SqlScanner.VALUE;
        }
        cursor.skip(1);
      }
    }
    return cursor.open();
  }

  /** From the second {@code $} of {@code $tag$} on, to the next one like it. */
  int dollars(int tagStart) {
    cursor.skip(1);
    int tagLength = cursor.position() - tagStart;
    while (cursor.hasMore()) {
      if (cursor.at(0) == '$' && cursor.repeats(tagStart, tagLength)) {
        return cursor.take(tagLength, SqlScanner.VALUE);
      }
      cursor.skip(1);
    }
    return cursor.open();
  }
}
