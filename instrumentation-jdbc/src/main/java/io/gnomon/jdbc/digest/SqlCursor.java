package io.gnomon.jdbc.digest;

/**
 * A text, how much of it is read, and where its reader stands. Every look at a character goes
 * through {@link #charAt}. Reused; for one thread at a time.
 */
class SqlCursor {

  private String text = "";
  private SqlDialect dialect = SqlDialect.OTHER;
  private int limit;
  private boolean cut;
  private boolean unreadable;
  private int position;

  /** Starts with a text, of which at most {@code cap} characters are read. */
  final void reset(String newText, SqlDialect newDialect, int cap) {
    text = newText;
    dialect = newDialect;
    limit = Math.min(newText.length(), cap);
    cut = newText.length() > cap;
    unreadable = false;
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
