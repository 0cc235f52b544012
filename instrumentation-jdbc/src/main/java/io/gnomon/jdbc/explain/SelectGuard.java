package io.gnomon.jdbc.explain;

import io.gnomon.jdbc.digest.SqlTokens;
import io.gnomon.jdbc.digest.SqlTokens.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a text through only if it is a single SELECT that writes nothing, locks no row and calls
 * only functions that are known to be pure. It knows what is harmless, not what harms: each token
 * must be one of those that it knows, at a place where it is known to be harmless. The text is then
 * written anew from those tokens, so that the database reads what was judged, and nothing else.
 *
 * <p>What only the database can tell (whether a name is a view, or somebody's own {@code lower}) is
 * {@link PlanDialect}'s. Used once, by one thread.
 */
final class SelectGuard {

  /** How many different names a text may have. */
  static final int MAX_NAMES = 500;

  /** How deep parentheses may nest. */
  static final int MAX_DEPTH = 64;

  private final Grammar grammar;
  private final SqlTokens tokens;
  private final StringBuilder out;
  private final Set<String> names = new HashSet<>();
  private final Set<String> calls = new HashSet<>();

  /** For each open parenthesis whether it is that of a CAST. */
  private final Deque<Boolean> casts = new ArrayDeque<>();

  private int parameters;
  private boolean begun;
  private boolean ended;

  /** The token before: its kind, and what it is, a word in lower case. */
  private Kind lastKind = Kind.END;

  private String last = "";
  private boolean lastIsPart;
  private boolean lastIsType;

  private SelectGuard(String text, Grammar grammar) {
    this.grammar = grammar;
    this.tokens = new SqlTokens(text, grammar.dialect());
    this.out = new StringBuilder(text.length());
  }

  /**
   * Judges a text.
   *
   * @param text as the application wrote it
   * @param grammar what is let through
   * @return the text that may be asked about
   * @throws NoPlanException if it is refused
   */
  static GuardedSelect check(String text, Grammar grammar) throws NoPlanException {
    refuseIf(text.indexOf('\\') >= 0, Outcome.REFUSED_LITERAL);
    SelectGuard guard = new SelectGuard(text, grammar);
    guard.readAll();
    return new GuardedSelect(guard.out.toString(), guard.parameters, guard.names, guard.calls);
  }

  private static void refuseIf(boolean doubtful, Outcome outcome) throws NoPlanException {
    if (doubtful) {
      throw new NoPlanException(outcome);
    }
  }

  private void readAll() throws NoPlanException {
    for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
      String gap = gap();
      refuseIf(ended, Outcome.REFUSED_TEXT);
      String token = tokens.token();
      if (!gap.isEmpty() || (kind == Kind.OPERATOR && lastKind == Kind.OPERATOR)) {
        out.append(out.length() == 0 ? "" : " ");
      }
      read(kind, token, gap.isEmpty());
    }
    gap();
    refuseIf(!tokens.isReadWhole() || !begun || !casts.isEmpty(), Outcome.REFUSED_TEXT);
  }

  /** What stands before the token, of which comments that only people read are left out. */
  private String gap() throws NoPlanException {
    String gap = tokens.gap();
    for (int i = gap.indexOf("/*"); i >= 0; i = gap.indexOf("/*", i + 1)) {
      char marker = i + 2 < gap.length() ? gap.charAt(i + 2) : ' ';
      refuseIf("!+mM".indexOf(marker) >= 0, Outcome.REFUSED_COMMENT);
    }
    return gap;
  }

  private void read(Kind kind, String token, boolean adjacent) throws NoPlanException {
    boolean part = last.equals(".") && lastKind == Kind.PUNCTUATION;
    boolean type = isTypeNext();
    switch (kind) {
      case WORD:
        word(token);
        break;
      case NAME:
        name(token);
        break;
      case VALUE:
        value(token);
        break;
      case OPERATOR:
        operator(token, adjacent);
        out.append(token);
        break;
      case PUNCTUATION:
        punctuation(token.charAt(0));
        out.append(ended ? "" : token);
        break;
      default:
        throw new NoPlanException(Outcome.REFUSED_NAME);
    }
    lastKind = kind;
    last = kind == Kind.WORD ? lowerCase(token) : token;
    lastIsPart = part;
    lastIsType = type;
  }

  private void word(String token) throws NoPlanException {
    String word = lowerCase(token);
    refuseIf(!begun && !word.equals("select") && !word.equals("with"), Outcome.REFUSED_TEXT);
    begun = true;
    refuseIf(!Names.isPlain(token), Outcome.REFUSED_NAME);
    refuseIf(grammar.denies(word), Outcome.REFUSED_WORD);
    refuseIf(isTypeNext() && !grammar.allowsType(word), Outcome.REFUSED_TYPE);
    add(word);
    out.append(token);
  }

  private void name(String token) throws NoPlanException {
    refuseIf(!begun, Outcome.REFUSED_TEXT);
    refuseIf(isTypeNext(), Outcome.REFUSED_TYPE);
    add(Names.unquoted(token));
    out.append(token);
  }

  private void add(@Nullable String name) throws NoPlanException {
    if (name == null || (names.add(name) && names.size() > MAX_NAMES)) {
      throw new NoPlanException(Outcome.REFUSED_NAME);
    }
  }

  /** Whether the name of a type comes, in a database whose users can make types. */
  private boolean isTypeNext() {
    if (!grammar.isPostgres()) {
      return false;
    }
    return (lastKind == Kind.PUNCTUATION && last.equals("::"))
        || (lastKind == Kind.WORD && last.equals("as") && Boolean.TRUE.equals(casts.peek()));
  }

  private void value(String token) throws NoPlanException {
    refuseIf(!begun, Outcome.REFUSED_TEXT);
    if (token.equals("?")) {
      parameter();
      return;
    }
    char first = token.charAt(0);
    if (first == '\'' || first == '"') {
      refuseIf(isOfUnknownType(), Outcome.REFUSED_TYPE);
      refuseIf(!Literals.isString(token, grammar.isPostgres()), Outcome.REFUSED_LITERAL);
    } else {
      refuseIf(!Literals.isNumber(token), Outcome.REFUSED_LITERAL);
    }
    out.append(token);
  }

  private void parameter() throws NoPlanException {
    refuseIf(!grammar.isPostgres(), Outcome.REFUSED_PARAMETERS);
    parameters++;
    // What stands before it, as in v?, must not become a name with it.
    out.append(" $").append(parameters).append(' ');
  }

  /** Whether the word before a string may be a type of somebody's own. */
  private boolean isOfUnknownType() {
    boolean word = lastKind == Kind.WORD && (lastIsPart || !grammar.allowsBeforeString(last));
    return grammar.isPostgres() && (word || lastKind == Kind.NAME);
  }

  private void operator(String token, boolean adjacent) throws NoPlanException {
    // PostgreSQL reads @- as one operator, and =- as two.
    boolean joined = adjacent && lastKind == Kind.OPERATOR && !isArithmetic(last);
    refuseIf(joined || !begun || !grammar.allowsOperator(token), Outcome.REFUSED_OPERATOR);
  }

  private static boolean isArithmetic(String operator) {
    for (int i = 0; i < operator.length(); i++) {
      if ("+-*/<>=".indexOf(operator.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private void punctuation(char c) throws NoPlanException {
    switch (c) {
      case '(':
        open();
        break;
      case ')':
        refuseIf(casts.isEmpty(), Outcome.REFUSED_TEXT);
        casts.pop();
        break;
      case ';':
        ended = true;
        break;
      case ':':
        refuseIf(!grammar.isPostgres() || !begun, Outcome.REFUSED_OPERATOR);
        break;
      case '.':
        // A schema may be called as a type is.
        refuseIf(lastIsType, Outcome.REFUSED_TYPE);
        refuseIf(!begun, Outcome.REFUSED_TEXT);
        break;
      case ',':
      case '[':
      case ']':
        refuseIf(!begun, Outcome.REFUSED_TEXT);
        break;
      default:
        throw new NoPlanException(Outcome.REFUSED_TEXT);
    }
  }

  private void open() throws NoPlanException {
    refuseIf(casts.size() >= MAX_DEPTH, Outcome.REFUSED_TEXT);
    if (lastKind == Kind.WORD) {
      refuseIf(lastIsPart || !grammar.allowsBeforeParenthesis(last), Outcome.REFUSED_CALL);
      calls.add(last);
    } else {
      boolean plain =
          lastKind == Kind.END
              || lastKind == Kind.OPERATOR
              || (lastKind == Kind.PUNCTUATION && "(,[".contains(last));
      refuseIf(!plain, Outcome.REFUSED_CALL);
    }
    casts.push(lastKind == Kind.WORD && last.equals("cast"));
  }

  private static String lowerCase(String token) {
    return token.toLowerCase(Locale.ROOT);
  }
}
