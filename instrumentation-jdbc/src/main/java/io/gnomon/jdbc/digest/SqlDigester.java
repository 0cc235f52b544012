package io.gnomon.jdbc.digest;

import io.gnomon.core.query.QueryShape;
import io.gnomon.jdbc.digest.SqlDialect.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Makes the digest of an SQL text in one pass: a text without literals, its summary, and a
 * fingerprint.
 *
 * <ul>
 *   <li>Literals of every kind, TRUE and FALSE, and bind markers ({@code ?}, {@code ?1}, {@code $1},
 *       {@code :name}, SQL Server's {@code @p1}, SQLite's {@code @x} and {@code $x}) become {@code
 *       ?}, with the signs before them. NULL stays; {@code ::type} stays a cast; other {@code
 *       @variables} stay names. Secrets written as words become {@code ?} too ({@link SecretGuard}),
 *       and so do words that are an argument of SQL Server's EXEC, or of a call without it, where
 *       they are strings.
 *   <li>Comments and hints go (executed ones as MySQL's {@code /*!} too), as does a semicolon at the end. Between two tokens stands one blank
 *       or none, whatever stood there before, so texts that differ in white space alone give the
 *       same digest. Upper and lower case are kept, so texts that differ in it do not.
 *   <li>Lists that differ in length alone give the same digest ({@link ListFolder}).
 *   <li>Of a text longer than {@link #MAX_TEXT_CHARS} the tokens before that bound are taken; one
 *       that touches the bound is dropped. So is what would make the digest longer than the bound.
 *   <li>A text whose literals can't be told with certainty (one is open at its end, or a comment
 *       is; it makes sense with and without backslash escapes where a session can switch them; see
 *       also {@link SqlDialect#OTHER}) is hidden whole: text and summary are constants, so all
 *       hidden texts of a database system share a fingerprint.
 * </ul>
 *
 * <p>The digest of a digest is the digest. Never throws, whatever the text. Reused: one thread at a
 * time; {@link #digest} does not allocate once the buffer has grown to the longest text seen (at
 * most some 130 KB).
 */
public final class SqlDigester {

  /** How much is read of a text, and how long a digest gets at most, in characters. */
  public static final int MAX_TEXT_CHARS = 32 * 1024;

  /** How long a summary gets at most, in characters; the bound of the semantic conventions. */
  public static final int MAX_SUMMARY_CHARS = QueryShape.MAX_SUMMARY_CHARS;

  /** How long the name of a procedure gets at most, in characters. */
  public static final int MAX_PROCEDURE_CHARS = 255;

  /** The text of a query that can't be shown. */
  public static final String HIDDEN_TEXT = "[hidden: unterminated literal or comment]";

  /** The summary of a query that can't be shown. */
  public static final String HIDDEN_SUMMARY = "[hidden]";

  private static final char[] HIDDEN_CHARS = HIDDEN_TEXT.toCharArray();
  private static final int NONE = -1;

  private final SqlScanner scanner;
  private final DigestBuffer out = new DigestBuffer();
  private final ListFolder lists = new ListFolder(out);
  private final SummaryItems items = new SummaryItems(out);
  private final TargetCollector targets = new TargetCollector(out, items);
  private final SecretGuard secrets = new SecretGuard();
  private final LastToken last = new LastToken();

  private String sql = "";
  private long fingerprint;
  private boolean truncated;
  private boolean hidden;

  private SqlDialect dialect = SqlDialect.OTHER;

  /** Where the signs start that belong to the operand to come, or NONE. */
  private int signStart;

  /** How much may stay if the digest gets too long: no list is cut in two there. */
  private int keptLength;

  /** A digester with a small buffer, which grows as texts need it. */
  public SqlDigester() {
    this(new SqlCursor());
  }

  /** A digester that looks at texts through a cursor. */
  SqlDigester(SqlCursor cursor) {
    this.scanner = new SqlScanner(cursor);
  }

  /**
   * Digests a text; the other methods then tell about it, until the next call.
   *
   * @param text any text; what is not SQL gives some digest too
   * @param dialect how to read it
   * @param systemName {@code db.system.name}, part of the fingerprint
   */
  public void digest(String text, SqlDialect dialect, String systemName) {
    reset(text, dialect);
    for (int kind = scanner.next(); kind != SqlScanner.END; kind = scanner.next()) {
      token(kind);
      if (out.length() <= MAX_TEXT_CHARS && lists.isSettled()) {
        keptLength = out.length();
      }
    }
    finish();
    hidden |= scanner.dependsOnSession() && hasTwoReadings();
    fingerprint =
        hidden
            ? Fingerprint.of(systemName, HIDDEN_CHARS, HIDDEN_CHARS.length)
            : Fingerprint.of(systemName, out.chars(), out.length());
    scanner.clear();
    sql = "";
  }

  /**
   * The hash of a database system and of a text that is sanitized already. Allocates.
   *
   * @param sanitized made of digests
   * @param systemName {@code db.system.name}
   * @return 64 well-mixed bits, see {@code Fingerprint}
   */
  public static long fingerprint(String sanitized, String systemName) {
    return Fingerprint.of(systemName, sanitized.toCharArray(), sanitized.length());
  }

  /**
   * The hash of database system and sanitized text, stable across JVMs and releases.
   *
   * @return 64 well-mixed bits, see {@code Fingerprint}
   */
  public long fingerprint() {
    return fingerprint;
  }

  /**
   * The sanitized text ({@code db.query.text}). Allocates.
   *
   * @return at most {@link #MAX_TEXT_CHARS} characters, or {@link #HIDDEN_TEXT}
   */
  public String text() {
    return hidden ? HIDDEN_TEXT : out.substring(0, out.length());
  }

  /**
   * Operations and targets in their order ({@code db.query.summary}). Allocates.
   *
   * @return at most {@link #MAX_SUMMARY_CHARS} characters, cut between two names; empty if the text
   *     has none; {@link #HIDDEN_SUMMARY} if it is hidden
   */
  public String summary() {
    return hidden ? HIDDEN_SUMMARY : items.summary(MAX_SUMMARY_CHARS);
  }

  /**
   * The stored procedure that the text calls ({@code db.stored_procedure.name}), the first if there
   * are several: what follows CALL or EXEC, EXECUTE PROCEDURE, or in SQL Server EXECUTE. Allocates
   * if there is one.
   *
   * @return its name as the application wrote it, at most {@link #MAX_PROCEDURE_CHARS} characters;
   *     null if the text calls none by name, or is hidden
   */
  public @Nullable String procedure() {
    return hidden ? null : items.procedure(MAX_PROCEDURE_CHARS);
  }

  /**
   * Whether the text is hidden whole.
   *
   * @return true if literals could not be told from the rest with certainty
   */
  public boolean hidden() {
    return hidden;
  }

  /**
   * Whether the digest tells less than all of the text, because of {@link #MAX_TEXT_CHARS}.
   *
   * @return true if something was cut off
   */
  public boolean truncated() {
    return truncated;
  }

  private void reset(String text, SqlDialect newDialect) {
    sql = text;
    dialect = newDialect;
    scanner.reset(text, dialect, dialect.escapes, MAX_TEXT_CHARS);
    out.truncate(0);
    lists.reset();
    targets.reset(dialect);
    secrets.reset(dialect.has(Trait.SETTINGS_ARE_NAMES));
    hidden = false;
    last.reset();
    signStart = NONE;
    keptLength = 0;
  }

  private void finish() {
    hidden = scanner.isUnreadable();
    lists.finish();
    truncated = scanner.isCut() || out.length() > MAX_TEXT_CHARS;
    if (out.length() > MAX_TEXT_CHARS) {
      out.truncate(keptLength);
    }
    int length = out.length();
    while (length > 0 && (out.charAt(length - 1) == ';' || out.charAt(length - 1) == ' ')) {
      length--;
    }
    out.truncate(length);
    targets.truncate(length);
  }

  /**
   * Whether a session that reads backslashes the other way would find sense in the text too, or
   * this reading found none. Where one reading takes a string for code, the other takes its
   * backslash for code, which is nowhere valid: so texts are seldom hidden for it.
   */
  private boolean hasTwoReadings() {
    if (dialect.escapes == dialect.otherEscapes) {
      return false;
    }
    if (!scanner.isPlausible()) {
      return true;
    }
    scanner.reset(sql, dialect, dialect.otherEscapes, MAX_TEXT_CHARS);
    int kind = scanner.next();
    while (kind != SqlScanner.END) {
      kind = scanner.next();
    }
    return scanner.isPlausible();
  }

  private void token(int kind) {
    boolean part = last.joinsNames();
    Keyword spelled =
        kind == SqlScanner.WORD ? Keyword.of(sql, scanner.start(), scanner.end()) : null;
    Keyword word = part ? null : spelled;
    if (kind == SqlScanner.NAME_OR_LITERAL) {
      kind = isNameHere(part) ? SqlScanner.NAME : SqlScanner.VALUE;
    }
    if (secrets.isSecret(kind, word, sql.charAt(scanner.end() - 1))) {
      if (kind != SqlScanner.NAME) {
        scanner.widen();
      }
      value();
    } else if (secrets.isSetting(kind, word) || isBareArgument(kind, word)) {
      value();
    } else if (kind == SqlScanner.VALUE || word == Keyword.TRUE || word == Keyword.FALSE) {
      value();
    } else if (kind == SqlScanner.OPERATOR) {
      operator();
    } else if (kind == SqlScanner.PUNCTUATION) {
      punctuation();
    } else {
      name(kind, word, part);
      secrets.word(spelled, part);
    }
  }

  /** Where only a name can stand, a double-quoted thing is one in every database. */
  private boolean isNameHere(boolean part) {
    int end = scanner.end();
    return part || targets.isExpecting() || (end < sql.length() && sql.charAt(end) == '.');
  }

  /** In {@code EXEC p abc, @x = def} and {@code p abc} SQL Server takes the words for strings. */
  private boolean isBareArgument(int kind, @Nullable Keyword word) {
    boolean name =
        kind == SqlScanner.NAME || (kind == SqlScanner.WORD && SecretGuard.mayBeArgument(word));
    return name
        && dialect.has(Trait.NO_SEPARATORS)
        && !last.joinsNames()
        && sql.charAt(scanner.start()) != '@'
        && targets.isArgument(last.isOneOf(",") || last.isOperator());
  }

  private void value() {
    if (signStart != NONE) {
      out.truncate(out.charAt(signStart) == ' ' ? signStart + 1 : signStart);
    } else if (needsBlank(SqlScanner.VALUE, '?')) {
      out.append(' ');
    }
    out.append('?');
    lists.value();
    targets.value();
    secrets.value();
    written(SqlScanner.VALUE, '?', null);
  }

  private void operator() {
    int start = scanner.start();
    char first = sql.charAt(start);
    boolean sign =
        scanner.end() == start + 1 && (first == '-' || first == '+') && !last.endsOperand();
    int before = out.length();
    int kept = signStart;
    if (!sign) {
      settleSigns();
      lists.other(false);
    }
    write(SqlScanner.OPERATOR, first);
    targets.operator();
    secrets.operator(first);
    written(SqlScanner.OPERATOR, first, null);
    if (sign) {
      signStart = kept == NONE ? before : kept;
    }
  }

  /** Signs before anything but a value stay. */
  private void settleSigns() {
    if (signStart != NONE) {
      lists.other(false);
    }
  }

  private void punctuation() {
    char c = sql.charAt(scanner.start());
    settleSigns();
    switch (c) {
      case '(':
        boolean afterIn = last.isWord(Keyword.IN);
        write(SqlScanner.PUNCTUATION, c);
        lists.open(out.length() - 1, afterIn);
        break;
      case ')':
        lists.beforeClose();
        write(SqlScanner.PUNCTUATION, c);
        lists.close();
        targets.truncate(out.length());
        break;
      case ',':
        write(SqlScanner.PUNCTUATION, c);
        lists.comma();
        break;
      case ';':
        lists.finish();
        targets.truncate(out.length());
        write(SqlScanner.PUNCTUATION, c);
        lists.reset();
        break;
      default:
        write(SqlScanner.PUNCTUATION, c);
        lists.other(false);
        break;
    }
    targets.punctuation(c);
    if (c == ';') {
      secrets.reset(dialect.has(Trait.SETTINGS_ARE_NAMES));
    } else {
      secrets.separator(c);
    }
    written(SqlScanner.PUNCTUATION, c, null);
  }

  private void name(int kind, @Nullable Keyword word, boolean part) {
    settleSigns();
    write(kind, sql.charAt(scanner.start()));
    int start = out.length() - (scanner.end() - scanner.start());
    if (word == Keyword.ROW) {
      lists.row(start);
    } else {
      lists.other(word == Keyword.VALUES || word == Keyword.VALUE);
    }
    if (part) {
      targets.namePart();
    } else if (word == null) {
      targets.name(start);
    } else {
      targets.keyword(word, start);
    }
    written(kind, 'a', word);
  }

  private void write(int kind, char first) {
    if (needsBlank(kind, first)) {
      out.append(' ');
    }
    out.append(sql, scanner.start(), scanner.end());
  }

  private void written(int kind, char first, @Nullable Keyword word) {
    last.set(kind, first, word);
    signStart = NONE;
  }

  private boolean needsBlank(int kind, char first) {
    return out.length() > 0
        && last.needsBlank(kind, first, signStart != NONE, targets.endsWithTable());
  }
}
