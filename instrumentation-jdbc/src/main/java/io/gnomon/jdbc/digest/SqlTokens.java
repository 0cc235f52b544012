package io.gnomon.jdbc.digest;

/**
 * The tokens of one text, for who has to judge it and not only to digest it. For one thread at a
 * time.
 */
public final class SqlTokens {

  /** What a token is. */
  public enum Kind {
    /** No token: the text's end, or what stands there can't be read. */
    END,
    /** An unquoted name or a keyword. */
    WORD,
    /** A quoted name. */
    NAME,
    /** A quoted name or a string. */
    NAME_OR_LITERAL,
    /** A literal or a bind marker. */
    VALUE,
    /** Operator characters. */
    OPERATOR,
    /** A bracket, a separator, {@code .} or {@code ::}. */
    PUNCTUATION
  }

  /** In the order of {@link SqlScanner}'s numbers. */
  private static final Kind[] KINDS = Kind.values();

  private final SqlScanner scanner = new SqlScanner(new SqlCursor());
  private final String text;
  private Kind kind = Kind.END;
  private int gapStart;

  /**
   * Before the first token.
   *
   * @param text of which at most {@link SqlDigester#MAX_TEXT_CHARS} characters are read
   * @param dialect how to read it
   */
  public SqlTokens(String text, SqlDialect dialect) {
    this.text = text;
    scanner.reset(text, dialect, dialect.escapes, SqlDigester.MAX_TEXT_CHARS);
  }

  /**
   * Goes to the next token.
   *
   * @return its kind
   */
  public Kind next() {
    gapStart = scanner.end();
    kind = KINDS[scanner.next()];
    return kind;
  }

  /**
   * What the current token is.
   *
   * @return its kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The current token.
   *
   * @return as it is written
   */
  public String token() {
    return text.substring(scanner.start(), scanner.end());
  }

  /**
   * What stands between the token before and this one.
   *
   * @return white space and comments
   */
  public String gap() {
    return text.substring(gapStart, kind == Kind.END ? scanner.end() : scanner.start());
  }

  /**
   * Where the current token starts.
   *
   * @return an index of the text
   */
  public int start() {
    return scanner.start();
  }

  /**
   * Goes on reading from further right, as if a token ended there.
   *
   * @param index not left of the current token's end
   */
  public void skipTo(int index) {
    scanner.skipTo(index);
  }

  /**
   * Whether reading ended where the text can't be told apart with certainty.
   *
   * @return true at an {@link Kind#END} that only an open or an ambiguous literal made
   */
  public boolean isUnreadable() {
    return scanner.isUnreadable();
  }

  /**
   * Whether the tokens were all of the text.
   *
   * @return false at an {@link Kind#END} that is not the text's
   */
  public boolean isReadWhole() {
    return !scanner.isUnreadable() && !scanner.isCut();
  }
}
