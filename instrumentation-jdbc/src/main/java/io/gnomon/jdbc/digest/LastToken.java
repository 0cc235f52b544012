package io.gnomon.jdbc.digest;

import org.jspecify.annotations.Nullable;

/** What was written last to a digest, as far as the next token needs it. For one thread. */
final class LastToken {

  private int kind;
  private char punctuation;
  private @Nullable Keyword keyword;

  /** Nothing was written. */
  void reset() {
    set(SqlScanner.END, (char) 0, null);
  }

  /** A token was written: its kind, its character if it is punctuation, its keyword if any. */
  void set(int newKind, char first, @Nullable Keyword word) {
    kind = newKind;
    punctuation = first;
    keyword = word;
  }

  boolean isOperator() {
    return kind == SqlScanner.OPERATOR;
  }

  boolean isWord(Keyword word) {
    return kind == SqlScanner.WORD && keyword == word;
  }

  /** Whether it is one of some characters of punctuation. */
  boolean isOneOf(String characters) {
    return kind == SqlScanner.PUNCTUATION && characters.indexOf(punctuation) >= 0;
  }

  /** Whether a name after it is a part of what stands before: {@code a.b}, {@code a::b}. */
  boolean joinsNames() {
    return isOneOf(".:@");
  }

  /** Whether it is a name or a word that stands where names do. */
  private boolean isNameLike() {
    return kind == SqlScanner.NAME
        || (kind == SqlScanner.WORD && (keyword == null || !keyword.isReserved()));
  }

  /** Whether a sign after it is a subtraction or an addition. */
  boolean endsOperand() {
    return isNameLike() || kind == SqlScanner.VALUE || isOneOf(")]}:");
  }

  /**
   * Whether a blank has to stand before the next token.
   *
   * @param next the kind of the next token
   * @param first its first character
   * @param afterSign whether this token is a sign that belongs to an operand
   * @param afterTable whether this token is a table, whose columns a parenthesis would list
   */
  boolean needsBlank(int next, char first, boolean afterSign, boolean afterTable) {
    if (next == SqlScanner.OPERATOR) {
      return !isOneOf("([{.@");
    }
    if (isOneOf("([{.:@")) {
      return false;
    }
    if (next != SqlScanner.PUNCTUATION) {
      return !afterSign;
    }
    switch (first) {
      case '(':
        return !afterSign && !(isNameLike() && !afterTable);
      case '[':
        return !endsOperand();
      case ']':
        return kind == SqlScanner.NAME;
      case ':':
        return isOperator();
      case '{':
        return true;
      default:
        return false;
    }
  }
}
