package io.gnomon.jdbc.digest;

import io.gnomon.jdbc.digest.SqlDialect.Escapes;
import io.gnomon.jdbc.digest.SqlDialect.Trait;

/**
 * Cuts an SQL text into tokens, from left to right, each character looked at a bounded number of
 * times. Comments and white space fall between tokens. Reused; for one thread at a time.
 */
final class SqlScanner {

  /** The end: of the text, of what is read of it, or of what can be understood of it. */
  static final int END = 0;

  /** An unquoted name or a keyword. */
  static final int WORD = 1;

  /** A quoted name. */
  static final int NAME = 2;

  /** A quoted name or a string: the place decides. */
  static final int NAME_OR_LITERAL = 3;

  /** A literal or a bind marker. */
  static final int VALUE = 4;

  /** Operator characters that belong together. */
  static final int OPERATOR = 5;

  /**
   * One of {@code ( ) [ ] { } , ; .} or the two characters {@code ::}, or what joins two names:
   * Oracle's {@code @} and Snowflake's {@code :}.
   */
  static final int PUNCTUATION = 6;

  private final SqlCursor cursor;
  private final CommentReader comments;
  private final QuoteReader quotes;
  private int start;

  SqlScanner(SqlCursor cursor) {
    this.cursor = cursor;
    this.comments = new CommentReader(cursor);
    this.quotes = new QuoteReader(cursor);
  }

  /** Starts with a text; the parameters are those of {@link SqlCursor#reset}. */
  void reset(String text, SqlDialect dialect, Escapes escapes, int cap) {
    cursor.reset(text, dialect, escapes, cap);
    start = 0;
  }

  /** Where the current token starts. */
  int start() {
    return start;
  }

  /** Where the current token ends. */
  int end() {
    return cursor.position();
  }

  /** Whether the text was longer than what is read of it. */
  boolean isCut() {
    return cursor.isCut();
  }

  /** Whether a literal or comment is open at the true end, or can be read in two ways. */
  boolean isUnreadable() {
    return cursor.isUnreadable();
  }

  /** Whether a session's settings decide where a string ends. */
  boolean dependsOnSession() {
    return cursor.sawBackslashBeforeQuote();
  }

  /** Whether all of the text made sense. */
  boolean isPlausible() {
    return !cursor.isUnreadable() && !cursor.sawBackslashOutside();
  }

  /** Lets go of the text. */
  void clear() {
    cursor.clear();
  }

  /** Widens the current token to the next blank, quote or separator. */
  void widen() {
    while (cursor.hasMore() && !endsWidened(cursor.at(0))) {
      cursor.skip(1);
    }
  }

  /** Takes all up to an index for read. */
  void skipTo(int index) {
    cursor.skip(index - cursor.position());
  }

  private static boolean endsWidened(char c) {
    return SqlChars.isBlank(c) || SqlChars.isQuote(c) || c == ';' || c == ',' || c == ')';
  }

  /** The kind of the next token, or {@link #END}. */
  int next() {
    if (cursor.isUnreadable() || !comments.skip()) {
      return END;
    }
    start = cursor.position();
    int kind = scan(cursor.at(0));
    // What touches the limit of a longer text may be half a token.
    return cursor.isUnreadable() || (cursor.isCut() && !cursor.hasMore()) ? END : kind;
  }

  private int scan(char c) {
    if (cursor.dialect().isWordStart(c)) {
      cursor.skipWord();
      return quotes.afterWord(start);
    }
    if (Character.isDigit(c)) {
      return number();
    }
    if (cursor.dialect().isCurrency(c)) {
      cursor.skip(1);
      return number();
    }
    switch (c) {
      case '\'':
        return quotes.string();
      case '"':
        return quotes.doubleQuoted();
      case '`':
        return quotes.name(c);
      case '[':
        return cursor.dialect().has(Trait.BRACKET_NAMES)
            ? quotes.name(']')
            : cursor.take(1, PUNCTUATION);
      case '.':
        return SqlChars.isDigit(cursor.at(1)) && !followsName()
            ? number()
            : cursor.take(1, PUNCTUATION);
      case '?':
        return questionMark();
      case '$':
        return dollar();
      case ':':
        return colon();
      case '@':
        return at();
      case '(':
      case ')':
      case ']':
      case '}':
      case ',':
      case ';':
        return cursor.take(1, PUNCTUATION);
      case '{':
        return brace();
      default:
        return operator();
    }
  }

  /** A marker, or an operator with {@code ?} in it, which JDBC wants to be written twice. */
  private int questionMark() {
    if (cursor.at(1) == '?') {
      return cursor.take(cursor.at(2) == '|' || cursor.at(2) == '&' ? 3 : 2, OPERATOR);
    }
    cursor.skip(1);
    cursor.skipDigits();
    return VALUE;
  }

  /** ClickHouse's <code>{name:Type}</code> is a marker; else a brace is just that. */
  private int brace() {
    if (!cursor.dialect().has(Trait.BRACE_MARKERS)) {
      return cursor.take(1, PUNCTUATION);
    }
    int length = 1;
    while (cursor.has(length) && isMarkerName(cursor.at(length))) {
      length++;
    }
    if (cursor.at(length) != ':' && !startsComment(cursor.at(length))) {
      return cursor.take(1, PUNCTUATION);
    }
    return marker(length);
  }

  /** A comment or a literal in a marker would be one more thing to keep apart, and is not. */
  private int marker(int nameEnd) {
    int length = nameEnd;
    while (cursor.has(length) && !endsMarker(cursor.at(length))) {
      length++;
    }
    if (!cursor.has(length)) {
      return cursor.open();
    }
    if (cursor.at(length) != '}') {
      cursor.giveUp();
    }
    return cursor.take(length + 1, VALUE);
  }

  private static boolean startsComment(char c) {
    return c == '/' || c == '-' || c == '#';
  }

  private boolean isMarkerName(char c) {
    return SqlChars.isBlank(c) || cursor.dialect().isWordPart(c);
  }

  private static boolean endsMarker(char c) {
    return startsComment(c) || "{}?;".indexOf(c) >= 0 || SqlChars.isQuote(c);
  }

  /** Takes all that clings to the digits too: {@code 0x1F}, {@code 1_000L}, {@code 1.5e-3}. */
  private int number() {
    boolean hexadecimal = cursor.at(0) == '0' && (cursor.at(1) | 0x20) == 'x';
    while (cursor.hasMore()) {
      char c = cursor.at(0);
      if ((c == 'e' || c == 'E') && !hexadecimal && SqlChars.isSign(cursor.at(1))) {
        cursor.skip(SqlChars.isDigit(cursor.at(2)) ? 2 : 1);
      } else if (c == '.' || cursor.dialect().isWordPart(c)) {
        cursor.skip(1);
      } else {
        return VALUE;
      }
    }
    return VALUE;
  }

  private int dollar() {
    cursor.skip(1);
    if (SqlChars.isDigit(cursor.at(0)) || startsFraction()) {
      cursor.skipDigits();
      return dollarNumber();
    }
    while (SqlChars.isTagPart(cursor.at(0))) {
      cursor.skip(1);
    }
    if (cursor.at(0) == '$' && cursor.dialect().has(Trait.DOLLAR_QUOTES)) {
      return quotes.dollars(start);
    }
    cursor.skipWord();
    return cursor.dialect().has(Trait.AT_MARKERS) ? VALUE : WORD;
  }

  private boolean startsFraction() {
    return cursor.at(0) == '.'
        && SqlChars.isDigit(cursor.at(1))
        && cursor.dialect().has(Trait.MONEY);
  }

  /** A marker, money, or a column. */
  private int dollarNumber() {
    if (cursor.dialect().has(Trait.DOLLAR_COLUMNS)) {
      return WORD;
    }
    return startsFraction() ? number() : VALUE;
  }

  private int colon() {
    char next = cursor.at(1);
    if (next == ':') {
      return cursor.take(2, PUNCTUATION);
    }
    if (next == '=') {
      return cursor.take(2, OPERATOR);
    }
    if (isPath(next)) {
      return cursor.take(1, PUNCTUATION);
    }
    if (SqlChars.isDigit(next) && endsBound(before(start))) {
      return cursor.take(1, OPERATOR);
    }
    if (cursor.dialect().isWordStart(next) || SqlChars.isDigit(next)) {
      cursor.skip(1);
      cursor.skipWord();
      return VALUE;
    }
    return cursor.take(1, OPERATOR);
  }

  private boolean isPath(char next) {
    return cursor.dialect().has(Trait.PATHS)
        && (next == '"' || next == '?' || cursor.dialect().isWordStart(next))
        && (followsName() || followsMarker());
  }

  /** Whether a marker stands right before, which may stand for a literal in a digest. */
  private boolean followsMarker() {
    return before(start) == '?' && before(start - 1) != '?';
  }

  /** Whether a colon and a number after it are the rest of a slice: {@code a[1:2]}. */
  private static boolean endsBound(char c) {
    return SqlChars.isDigit(c) || c == ')' || c == ']' || c == '?';
  }

  private int at() {
    if (cursor.dialect().has(Trait.AT_LINKS)) {
      return cursor.take(1, PUNCTUATION);
    }
    if (!startsAtName()) {
      return operator();
    }
    cursor.skip(cursor.at(1) == '@' ? 2 : 1);
    int nameStart = cursor.position();
    cursor.skipWord();
    SqlDialect dialect = cursor.dialect();
    boolean marker =
        dialect.has(Trait.AT_MARKERS)
            || (dialect.has(Trait.AT_P_MARKERS) && isNumberedP(nameStart));
    return marker ? VALUE : WORD;
  }

  private boolean startsAtName() {
    SqlDialect dialect = cursor.dialect();
    if (!dialect.has(Trait.AT_NAMES) && !dialect.has(Trait.AT_MARKERS)) {
      return false;
    }
    char next = cursor.at(1);
    return dialect.isWordPart(next) || (next == '@' && dialect.isWordStart(cursor.at(2)));
  }

  /** What SQL Server's drivers call their parameters: {@code @p1}, {@code @P0}. */
  private boolean isNumberedP(int nameStart) {
    boolean numbered = cursor.isLetter(nameStart, 'p') && cursor.position() > nameStart + 1;
    for (int i = nameStart + 1; i < cursor.position(); i++) {
      numbered &= SqlChars.isDigit(cursor.charAt(i));
    }
    return numbered;
  }

  /**
   * A run of operator characters. A sign is a token of its own ({@code =-1} is two), but for the
   * one in {@code ->}, {@code <->} and {@code #-}.
   */
  private int operator() {
    char first = cursor.take();
    if (first == '\\') {
      cursor.backslashOutside();
    } else if (SqlChars.isTypographicQuote(first)) {
      cursor.giveUp();
    }
    boolean alone = !SqlChars.isOperatorPart(first) || SqlChars.isSign(first);
    if (alone && cursor.at(0) != '>') {
      return OPERATOR;
    }
    while (cursor.hasMore() && continuesOperator(cursor.at(0))) {
      cursor.skip(cursor.at(0) == '?' ? 2 : 1);
    }
    return OPERATOR;
  }

  private boolean continuesOperator(char c) {
    switch (c) {
      case '-':
      case '+':
        return cursor.at(1) == '>' || before(cursor.position()) == '#';
      case '#':
        return !cursor.dialect().has(Trait.HASH_COMMENTS)
            && !cursor.dialect().has(Trait.HASH_NAMES);
      case '/':
        return cursor.at(1) != '*' && !comments.startsSlashes();
      case '?':
        return cursor.at(1) == '?';
      case '@':
        return !startsAtName() && !cursor.dialect().has(Trait.AT_LINKS);
      default:
        return SqlChars.isOperatorPart(c);
    }
  }

  private boolean followsName() {
    char before = before(start);
    return cursor.dialect().isWordPart(before) || "\"`])".indexOf(before) >= 0;
  }

  /** The character before an index, or 0. */
  private char before(int index) {
    return index == 0 ? 0 : cursor.charAt(index - 1);
  }
}
