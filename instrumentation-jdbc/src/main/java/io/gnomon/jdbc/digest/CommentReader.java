package io.gnomon.jdbc.digest;

import io.gnomon.jdbc.digest.SqlDialect.Trait;

/** Steps over what stands between two tokens. For one thread at a time. */
final class CommentReader {

  private static final String[] JDBC_ESCAPES = {
    "call", "d", "escape", "fn", "limit", "oj", "t", "ts"
  };

  /** One more than the longest of them has. */
  private static final int LONGEST_ESCAPE = 7;

  private final SqlCursor cursor;

  CommentReader(SqlCursor cursor) {
    this.cursor = cursor;
  }

  /** Steps to the next token; false at the end, and when a comment stays open. */
  boolean skip() {
    while (cursor.hasMore()) {
      char c = cursor.at(0);
      if (SqlChars.isBlank(c)) {
        cursor.skip(1);
      } else if (startsLine(c)) {
        skipLine(c);
      } else if (c == '/' && cursor.at(1) == '*') {
        skipBlock();
      } else if (c == '{' && startsBraces()) {
        skipBraces();
      } else {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code //} comes and opens a comment. */
  boolean startsSlashes() {
    return cursor.at(0) == '/' && cursor.at(1) == '/' && cursor.dialect().has(Trait.SLASH_COMMENTS);
  }

  private boolean startsLine(char c) {
    if (c == '-' && cursor.at(1) == '-') {
      return !cursor.dialect().has(Trait.BLANK_AFTER_DASHES) || SqlChars.isBlank(cursor.at(2));
    }
    return c == '#' ? cursor.dialect().has(Trait.HASH_COMMENTS) : startsSlashes();
  }

  private void skipLine(char opening) {
    boolean unsure = opening != '-' && cursor.dialect().has(Trait.UNSURE_COMMENTS);
    while (cursor.hasMore()) {
      char c = cursor.take();
      if (c == '\n') {
        return;
      }
      if (c == '\r') {
        endLineAtReturn();
        return;
      }
      if (unsure && SqlChars.isQuote(c)) {
        cursor.giveUp();
      }
    }
  }

  /** A carriage return alone does not end a line everywhere. */
  private void endLineAtReturn() {
    boolean alone = cursor.hasMore() && cursor.at(0) != '\n';
    if (alone && !cursor.dialect().has(Trait.CR_ENDS_COMMENTS)) {
      cursor.giveUp();
    }
  }

  private void skipBlock() {
    if (startsCode()) {
      skipCode();
      return;
    }
    cursor.skip(2);
    for (int depth = 1; cursor.hasMore(); ) {
      char c = cursor.take();
      if (c == '/' && cursor.at(0) == '*' && nests()) {
        cursor.skip(1);
        depth++;
      } else if (c == '*' && cursor.at(0) == '/') {
        cursor.skip(1);
        depth--;
        if (depth == 0) {
          return;
        }
      }
    }
    cursor.open();
  }

  private boolean nests() {
    if (cursor.dialect().has(Trait.UNSURE_NESTING)) {
      cursor.giveUp();
    }
    return cursor.dialect().has(Trait.NESTED_COMMENTS);
  }

  /** MySQL's {@code /*!} and MariaDB's {@code /*M!}. */
  private boolean startsCode() {
    return cursor.dialect().has(Trait.EXECUTABLE_COMMENTS)
        && (cursor.at(2) == '!' || (cursor.at(2) == 'M' && cursor.at(3) == '!'));
  }

  /** To the server this is code, in which a string may hold what looks like the end. */
  private void skipCode() {
    char quote = 0;
    while (cursor.hasMore()) {
      char c = cursor.take();
      if (c == '*' && cursor.at(0) == '/') {
        cursor.skip(1);
        break;
      }
      if (quote == 0 && SqlChars.isQuote(c)) {
        quote = c;
      } else if (quote == c) {
        quote = 0;
      } else if (c == '\\') {
        cursor.giveUp();
      }
      if (!cursor.hasMore()) {
        cursor.open();
        return;
      }
    }
    if (quote != 0) {
      cursor.giveUp();
    }
  }

  /** Informix's <code>{...}</code>, unless it is an escape of JDBC. */
  private boolean startsBraces() {
    if (!cursor.dialect().has(Trait.BRACE_COMMENTS)) {
      return false;
    }
    int first = 1;
    while (SqlChars.isBlank(cursor.at(first)) && cursor.has(first)) {
      first++;
    }
    int end = first;
    while (end - first < LONGEST_ESCAPE && SqlChars.isLetter(cursor.at(end))) {
      end++;
    }
    return cursor.at(first) != '?' && !cursor.isOneOf(JDBC_ESCAPES, first, end);
  }

  private void skipBraces() {
    while (cursor.hasMore()) {
      if (cursor.take() == '}') {
        return;
      }
    }
    cursor.open();
  }
}
