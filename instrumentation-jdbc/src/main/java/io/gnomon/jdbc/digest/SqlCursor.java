package io.gnomon.jdbc.digest;

import io.gnomon.jdbc.digest.SqlDialect.Escapes;

/**
 * A text, how much of it is read, and where its reader stands. Every look at a character goes
 * through {@link #charAt}. Reused; for one thread at a time.
 */
class SqlCursor {

  private String text = "";
  private SqlDialect dialect = SqlDialect.OTHER;
  private Escapes escapes = Escapes.UNSURE;
  private int limit;
  private boolean cut;
  private boolean unreadable;
  private boolean backslashBeforeQuote;
  private boolean backslashOutside;
  private int position;

  /**
   * Starts with a text.
   *
   * @param newEscapes what a backslash is, of the dialect or of a session that changed it
   * @param cap how many characters are read at most
   */
  final void reset(String newText, SqlDialect newDialect, Escapes newEscapes, int cap) {
    text = newText;
    dialect = newDialect;
    escapes = newEscapes;
    limit = Math.min(newText.length(), cap);
    cut = newText.length() > cap;
    unreadable = false;
    backslashBeforeQuote = false;
    backslashOutside = false;
    position = 0;
  }

  /** Lets go of the text. */
  final void clear() {
    text = "";
    limit = 0;
    position = 0;
  }

  /** How the text is read. */
  final SqlDialect dialect() {
    return dialect;
  }

  /** What a backslash is in strings. */
  final Escapes escapes() {
    return escapes;
  }

  /** Whether a backslash stood before a quote, where settings of a session decide what it is. */
  final boolean sawBackslashBeforeQuote() {
    return backslashBeforeQuote;
  }

  /** A backslash stands before a quote. */
  final void backslashBeforeQuote() {
    backslashBeforeQuote = true;
    unreadable |= escapes == Escapes.UNSURE;
  }

  /** Whether a backslash stood outside of quotes, where valid SQL has none. */
  final boolean sawBackslashOutside() {
    return backslashOutside;
  }

  /** A backslash stands outside of quotes. */
  final void backslashOutside() {
    backslashOutside = true;
  }

  /** Where the reader stands. */
  final int position() {
    return position;
  }

  /** Whether anything is left to read. */
  final boolean hasMore() {
    return position < limit;
  }

  /** Whether the text is longer than what is read of it. */
  final boolean isCut() {
    return cut;
  }

  /** Whether {@link #giveUp} was called. */
  final boolean isUnreadable() {
    return unreadable;
  }

  /** The text can't be told apart with certainty. */
  final void giveUp() {
    unreadable = true;
  }

  /** A quote or comment that nothing closed: harmless where it is we who stopped reading. */
  final int open() {
    position = limit;
    unreadable |= !cut;
    return SqlScanner.END;
  }

  /** Steps over characters, to the limit at most. */
  final void skip(int count) {
    position = Math.min(position + count, limit);
  }

  /** Steps over characters that are a token. */
  final int take(int length, int kind) {
    skip(length);
    return kind;
  }

  /** Steps over the character that comes and tells it. */
  final char take() {
    return charAt(position++);
  }

  /** The character so far ahead, or 0 past the limit. */
  final char at(int ahead) {
    return charAt(position + ahead);
  }

  /** Whether something is left so far ahead. */
  final boolean has(int ahead) {
    return position + ahead < limit;
  }

  /** Whether the letters between two places ahead are one of some words in lower case. */
  final boolean isOneOf(String[] words, int from, int to) {
    for (String word : words) {
      int i = 0;
      while (i < word.length() && isLetter(position + from + i, word.charAt(i))) {
        i++;
      }
      if (i == word.length() && to - from == i) {
        return true;
      }
    }
    return false;
  }

  /** The character at an index, or 0 past the limit. */
  char charAt(int index) {
    return index < limit ? text.charAt(index) : 0;
  }

  /** Whether a letter stands at an index, in either case. */
  final boolean isLetter(int index, char lowerCase) {
    return (charAt(index) | 0x20) == lowerCase;
  }

  /** Whether what comes equals an earlier part. */
  final boolean repeats(int start, int length) {
    if (position + length > limit) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (at(i) != charAt(start + i)) {
        return false;
      }
    }
    return true;
  }

  /** Steps over ASCII digits. */
  final void skipDigits() {
    while (SqlChars.isDigit(at(0))) {
      position++;
    }
  }

  /** Steps over what a word is made of. */
  final void skipWord() {
    while (position < limit && dialect.isWordPart(charAt(position))) {
      position++;
    }
  }
}
