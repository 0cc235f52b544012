package io.gnomon.jdbc.digest;

import io.gnomon.jdbc.digest.SqlDialect.Escapes;
import io.gnomon.jdbc.digest.SqlDialect.Quotes;
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

  /** One of {@code ( ) [ ] { } , ; .} or the two characters {@code ::}. */
  static final int PUNCTUATION = 6;

  private String text = "";
  private SqlDialect dialect = SqlDialect.OTHER;
  private int limit;
  private boolean cut;
  private boolean unreadable;
  private int position;
  private int start;

  /** Starts with a text, of which at most {@code cap} characters are read. */
  void reset(String newText, SqlDialect newDialect, int cap) {
    text = newText;
    dialect = newDialect;
    limit = Math.min(newText.length(), cap);
    cut = newText.length() > cap;
    unreadable = false;
    position = 0;
    start = 0;
  }

  /** Where the current token starts. */
  int start() {
    return start;
  }

  /** Where the current token ends. */
  int end() {
    return position;
  }

  /** Whether the text was longer than what is read of it. */
  boolean isCut() {
    return cut;
  }

  /** Whether a literal or comment is open at the true end, or can be read in two ways. */
  boolean isUnreadable() {
    return unreadable;
  }

  /** Lets go of the text. */
  void clear() {
    text = "";
  }

  /** Widens the current token to the next blank, quote or separator. */
  void widen() {
    while (position < limit && !endsWidened(text.charAt(position))) {
      position++;
    }
  }

  private static boolean endsWidened(char c) {
    return isBlank(c) || c == '\'' || c == '"' || c == '`' || c == ';' || c == ',' || c == ')';
  }

  /** The kind of the next token, or {@link #END}. */
  int next() {
    if (unreadable || !skipBlanksAndComments()) {
      return END;
    }
    start = position;
    int kind = scan(text.charAt(position));
    // What touches the limit of a longer text may be half a token.
    return unreadable || (cut && position >= limit) ? END : kind;
  }

  private int scan(char c) {
    if (isWordStart(c)) {
      return word();
    }
    if (isDigit(c)) {
      return number();
    }
    switch (c) {
      case '\'':
        return string(c, dialect.escapes);
      case '"':
        return doubleQuoted();
      case '`':
        return name(c);
      case '[':
        return dialect.has(Trait.BRACKET_NAMES) ? name(']') : take(1, PUNCTUATION);
      case '.':
        return isDigit(at(1)) && !followsName() ? number() : take(1, PUNCTUATION);
      case '?':
        position++;
        skipDigits();
        return VALUE;
      case '$':
        return dollar();
      case ':':
        return colon();
      case '@':
        return at();
      case '(':
      case ')':
      case ']':
      case '{':
      case '}':
      case ',':
      case ';':
        return take(1, PUNCTUATION);
      default:
        return operator();
    }
  }

  /** False at the end, and when a comment stays open. */
  private boolean skipBlanksAndComments() {
    while (position < limit) {
      char c = text.charAt(position);
      if (isBlank(c)) {
        position++;
      } else if (startsLineComment(c)) {
        skipLineComment(c);
      } else if (c == '/' && at(1) == '*') {
        skipBlockComment();
      } else {
        return true;
      }
    }
    return false;
  }

  private boolean startsLineComment(char c) {
    if (c == '-' && at(1) == '-') {
      return !dialect.has(Trait.BLANK_AFTER_DASHES) || position + 2 >= limit || isBlank(at(2));
    }
    return c == '#' ? dialect.has(Trait.HASH_COMMENTS) : startsSlashComment(position);
  }

  private boolean startsSlashComment(int index) {
    return charAt(index) == '/' && charAt(index + 1) == '/' && dialect.has(Trait.SLASH_COMMENTS);
  }

  private void skipLineComment(char opening) {
    boolean unsure = opening != '-' && dialect.escapes == Escapes.UNSURE;
    while (position < limit) {
      char c = text.charAt(position++);
      if (c == '\n' || c == '\r') {
        return;
      }
      if (unsure && (c == '\'' || c == '"' || c == '`')) {
        unreadable = true;
      }
    }
  }

  private void skipBlockComment() {
    boolean nests = dialect.has(Trait.NESTED_COMMENTS);
    int depth = 0;
    while (position < limit) {
      char c = text.charAt(position);
      if (c == '/' && at(1) == '*' && (nests || depth == 0)) {
        depth++;
        position += 2;
      } else if (c == '*' && at(1) == '/') {
        depth--;
        position += 2;
        if (depth == 0) {
          return;
        }
      } else {
        position++;
      }
    }
    open();
  }

  /** A quote or comment that nothing closed: harmless where it is we who stopped reading. */
  private int open() {
    position = limit;
    unreadable |= !cut;
    return END;
  }

  private int word() {
    skipWord();
    char next = at(0);
    if (next == '\'' && isStringPrefix()) {
      return prefixedString();
    }
    if (next == '&' && isLetter(start, 'u') && position == start + 1) {
      if (at(1) == '\'') {
        position++;
        return string('\'', Escapes.NEVER);
      }
      if (at(1) == '"' && dialect.doubleQuotes == Quotes.NAME) {
        position++;
        return name('"');
      }
    }
    return WORD;
  }

  private boolean isStringPrefix() {
    if (position == start + 1) {
      return "bBeEgGnNqQrRxX".indexOf(text.charAt(start)) >= 0;
    }
    char last = text.charAt(position - 1);
    return position == start + 2
        && "bBgGnNrRuU".indexOf(text.charAt(start)) >= 0
        && "bBqQrRxX".indexOf(last) >= 0;
  }

  private int prefixedString() {
    if (isLetter(position - 1, 'q') && dialect.has(Trait.Q_QUOTES)) {
      return qString();
    }
    if (dialect.escapes == Escapes.PREFIXED) {
      return string('\'', isLetter(start, 'e') ? Escapes.ALWAYS : Escapes.NEVER);
    }
    return string('\'', dialect.escapes);
  }

  /** Oracle's {@code q'[it's]'}. */
  private int qString() {
    if (dialect == SqlDialect.OTHER) {
      unreadable = true;
      return END;
    }
    char closing = closing(at(1));
    for (position += 2; position < limit; position++) {
      if (text.charAt(position) == closing && at(1) == '\'') {
        return take(2, VALUE);
      }
    }
    return open();
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
    position++;
    if (escapes == Escapes.UNSURE && at(0) == quote && at(1) == quote) {
      unreadable = true;
    }
    while (position < limit) {
      char c = text.charAt(position++);
      if (c == '\\' && escapes != Escapes.NEVER && escapes != Escapes.PREFIXED) {
        unreadable |= escapes == Escapes.UNSURE && at(0) == quote;
        position = Math.min(position + 1, limit);
      } else if (c == quote) {
        if (at(0) != quote) {
          return VALUE;
        }
        position++;
      }
    }
    return open();
  }

  private int doubleQuoted() {
    switch (dialect.doubleQuotes) {
      case NAME:
        return name('"');
      case STRING:
        return string('"', dialect.escapes);
      default:
        return string('"', dialect.escapes) == VALUE ? NAME_OR_LITERAL : END;
    }
  }

  private int name(char closing) {
    position++;
    while (position < limit) {
      if (text.charAt(position++) == closing) {
        if (at(0) != closing) {
          return NAME;
        }
        position++;
      }
    }
    return open();
  }

  /** Takes all that clings to the digits too: {@code 0x1F}, {@code 1_000L}, {@code 1.5e-3}. */
  private int number() {
    boolean hexadecimal = text.charAt(position) == '0' && (at(1) | 0x20) == 'x';
    while (position < limit) {
      char c = text.charAt(position);
      if ((c == 'e' || c == 'E') && !hexadecimal && (at(1) == '+' || at(1) == '-')) {
        position += isDigit(at(2)) ? 2 : 1;
      } else if (c == '.' || isWordPart(c)) {
        position++;
      } else {
        return VALUE;
      }
    }
    return VALUE;
  }

  private int dollar() {
    position++;
    if (isDigit(at(0))) {
      skipDigits();
      return VALUE;
    }
    int tagStart = position;
    while (isTagPart(at(0))) {
      position++;
    }
    if (at(0) == '$' && dialect.has(Trait.DOLLAR_QUOTES)) {
      position++;
      return dollarString(tagStart - 1, position - tagStart + 1);
    }
    skipWord();
    return dialect.has(Trait.AT_MARKERS) ? VALUE : WORD;
  }

  private int dollarString(int tagStart, int tagLength) {
    for (; position + tagLength <= limit; position++) {
      if (text.charAt(position) == '$' && text.regionMatches(position, text, tagStart, tagLength)) {
        return take(tagLength, VALUE);
      }
    }
    return open();
  }

  private int colon() {
    char next = at(1);
    if (next == ':') {
      return take(2, PUNCTUATION);
    }
    if (next == '=') {
      return take(2, OPERATOR);
    }
    if (isWordStart(next) || isDigit(next)) {
      position++;
      skipWord();
      return VALUE;
    }
    return take(1, OPERATOR);
  }

  private int at() {
    if (!startsAtName(position)) {
      return operator();
    }
    position += at(1) == '@' ? 2 : 1;
    int nameStart = position;
    skipWord();
    if (dialect.has(Trait.AT_MARKERS)
        || (dialect.has(Trait.AT_P_MARKERS) && isNumberedP(nameStart))) {
      return VALUE;
    }
    return WORD;
  }

  private boolean startsAtName(int index) {
    if (!dialect.has(Trait.AT_NAMES) && !dialect.has(Trait.AT_MARKERS)) {
      return false;
    }
    char next = charAt(index + 1);
    return isWordPart(next) || (next == '@' && isWordStart(charAt(index + 2)));
  }

  /** What SQL Server's drivers call their parameters: {@code @p1}, {@code @P0}. */
  private boolean isNumberedP(int nameStart) {
    boolean numbered = isLetter(nameStart, 'p') && position > nameStart + 1;
    for (int i = nameStart + 1; i < position; i++) {
      numbered &= isDigit(text.charAt(i));
    }
    return numbered;
  }

  /**
   * A run of operator characters. A sign is a token of its own ({@code =-1} is two), but for the
   * one in {@code ->} and {@code <->}.
   */
  private int operator() {
    boolean alone = !isOperatorPart(text.charAt(position)) || isSign(text.charAt(position));
    position++;
    if (alone && at(0) != '>') {
      return OPERATOR;
    }
    while (position < limit && continuesOperator(text.charAt(position))) {
      position++;
    }
    return OPERATOR;
  }

  private boolean continuesOperator(char c) {
    switch (c) {
      case '-':
      case '+':
        return at(1) == '>';
      case '#':
        return !dialect.has(Trait.HASH_COMMENTS) && !dialect.has(Trait.HASH_NAMES);
      case '/':
        return at(1) != '*' && !startsSlashComment(position);
      case '@':
        return !startsAtName(position);
      default:
        return isOperatorPart(c);
    }
  }

  private static boolean isOperatorPart(char c) {
    return "+-*/<>=~!@#%^&|".indexOf(c) >= 0;
  }

  private boolean followsName() {
    if (position == 0) {
      return false;
    }
    char before = text.charAt(position - 1);
    return isWordPart(before) || "\"`])".indexOf(before) >= 0;
  }

  private int take(int length, int kind) {
    position += length;
    return kind;
  }

  private void skipDigits() {
    while (isDigit(at(0))) {
      position++;
    }
  }

  private void skipWord() {
    while (position < limit && isWordPart(text.charAt(position))) {
      position++;
    }
  }

  private char at(int ahead) {
    return charAt(position + ahead);
  }

  /** The character at an index, or 0 past the limit. */
  private char charAt(int index) {
    return index < limit ? text.charAt(index) : 0;
  }

  private boolean isLetter(int index, char lowerCase) {
    return (text.charAt(index) | 0x20) == lowerCase;
  }

  private boolean isWordStart(char c) {
    if (c < 0x80) {
      return isAsciiLetter(c) || c == '_' || (c == '#' && dialect.has(Trait.HASH_NAMES));
    }
    return !isBlank(c);
  }

  private boolean isWordPart(char c) {
    return isWordStart(c)
        || isDigit(c)
        || c == '$'
        || (c == '#' && dialect.has(Trait.HASH_IN_NAMES));
  }

  private static boolean isTagPart(char c) {
    return isAsciiLetter(c) || isDigit(c) || c == '_' || (c >= 0x80 && !isBlank(c));
  }

  private static boolean isAsciiLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  /** Blank to us, if only to some databases. */
  private static boolean isBlank(char c) {
    return c <= ' '
        || c == 0x7F
        || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }
}
