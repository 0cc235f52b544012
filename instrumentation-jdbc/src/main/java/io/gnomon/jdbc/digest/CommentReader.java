package io.gnomon.jdbc.digest;

import io.gnomon.jdbc.digest.SqlDialect.Escapes;
import io.gnomon.jdbc.digest.SqlDialect.Trait;

/** Steps over what stands between two tokens. For one thread at a time. */
final class CommentReader {

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
    boolean unsure = opening != '-' && cursor.dialect().escapes == Escapes.UNSURE;
    while (cursor.hasMore()) {
      char c = cursor.take();
      if (c == '\n' || c == '\r') {
        return;
      }
      if (unsure && SqlChars.isQuote(c)) {
        cursor.giveUp();
      }
    }
  }

  private void skipBlock() {
    boolean nests = cursor.dialect().has(Trait.NESTED_COMMENTS);
    int depth = 0;
    while (cursor.hasMore()) {
      char c = cursor.at(0);
      if (c == '/' && cursor.at(1) == '*' && (nests || depth == 0)) {
        depth++;
        cursor.skip(2);
      } else if (c == '*' && cursor.at(1) == '/') {
        depth--;
        cursor.skip(2);
        if (depth == 0) {
          return;
        }
      } else {
        cursor.skip(1);
      }
    }
    cursor.open();
  }
}
