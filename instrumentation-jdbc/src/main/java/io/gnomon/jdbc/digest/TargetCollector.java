package io.gnomon.jdbc.digest;

import org.jspecify.annotations.Nullable;

/**
 * Finds operations and their targets while a digest is written, as positions in its text, and makes
 * {@code db.query.summary} of them ("Generating a summary of the query" in OpenTelemetry's semantic
 * conventions for database spans): in their order, written as the application wrote them. Names of
 * common table expressions are no targets. For one thread at a time; only {@link #summary}
 * allocates.
 */
final class TargetCollector {

  private static final int MAX_ITEMS = 128;
  private static final int MAX_EXPRESSIONS = 16;
  private static final int NONE = -1;

  private final DigestBuffer out;

  private final int[] starts = new int[MAX_ITEMS];
  private final int[] ends = new int[MAX_ITEMS];
  private int count;

  private final int[] expressionStarts = new int[MAX_EXPRESSIONS];
  private final int[] expressionEnds = new int[MAX_EXPRESSIONS];
  private int expressions;

  /** The item that a dot and a name would prolong. */
  private int prolonged;

  private final @Nullable Keyword[] verbs = new @Nullable Keyword[ListFolder.MAX_DEPTH + 1];

  /** The kind of object that CREATE, ALTER or DROP works on, once it was seen. */
  private final @Nullable Keyword[] objects = new @Nullable Keyword[ListFolder.MAX_DEPTH + 1];

  private final boolean[] expecting = new boolean[ListFolder.MAX_DEPTH + 1];
  private final boolean[] listing = new boolean[ListFolder.MAX_DEPTH + 1];
  private int depth;
  private int tooDeep;
  private boolean atStart;
  private @Nullable Keyword last;

  TargetCollector(DigestBuffer out) {
    this.out = out;
  }

  void reset() {
    count = 0;
    expressions = 0;
    depth = 0;
    tooDeep = 0;
    startStatement();
  }

  private void startStatement() {
    enter(null, false, false);
    atStart = true;
    last = null;
    prolonged = NONE;
  }

  private void enter(@Nullable Keyword verb, boolean nowExpecting, boolean nowListing) {
    verbs[depth] = verb;
    objects[depth] = null;
    expecting[depth] = nowExpecting;
    listing[depth] = nowListing;
  }

  /** Whether a target has to come now. */
  boolean isExpecting() {
    return tooDeep == 0 && expecting[depth];
  }

  /** Whether the name just seen is a table whose columns a parenthesis would list. */
  boolean endsWithTable() {
    Keyword verb = verbs[depth];
    return prolonged != NONE
        && (verb != null && verb != Keyword.SELECT && verb.isVerb())
        && verb != Keyword.CALL
        && verb != Keyword.EXEC
        && verb != Keyword.EXECUTE;
  }

  /** A name, quoted or not, that stands in the text from {@code start} on. */
  void name(int start) {
    if (tooDeep == 0) {
      plain(start);
    }
    last = null;
  }

  /** A name after a dot. */
  void namePart() {
    if (prolonged != NONE) {
      ends[prolonged] = out.length();
    }
    last = null;
  }

  void keyword(Keyword word, int start) {
    prolonged = NONE;
    if (tooDeep == 0) {
      read(word, start);
      atStart = false;
    }
    last = word;
  }

  void value() {
    prolonged = NONE;
    if (tooDeep == 0) {
      expecting[depth] = false;
    }
    last = null;
  }

  void operator() {
    prolonged = NONE;
    last = null;
  }

  void punctuation(char c) {
    if (c != '.') {
      prolonged = NONE;
    }
    switch (c) {
      case '(':
        open();
        break;
      case ')':
        close();
        break;
      case ',':
        comma();
        break;
      case ';':
        depth = 0;
        tooDeep = 0;
        startStatement();
        break;
      default:
        break;
    }
    atStart &= c == ';' || c == '{' || c == '(';
    last = null;
  }

  private void comma() {
    if (tooDeep == 0) {
      expecting[depth] = listing[depth] || verbs[depth] == Keyword.WITH;
    }
  }

  private void open() {
    if (tooDeep > 0 || depth == ListFolder.MAX_DEPTH) {
      tooDeep++;
      return;
    }
    boolean ofTop = last == Keyword.TOP;
    boolean inherits = expecting[depth] && !ofTop && verbs[depth] != Keyword.WITH;
    Keyword verb = inherits ? verbs[depth] : null;
    atStart = verbs[depth] == Keyword.WITH || (depth == 0 && count == 0);
    expecting[depth] &= ofTop;
    depth++;
    enter(verb, inherits, inherits);
  }

  private void close() {
    if (tooDeep > 0) {
      tooDeep--;
    } else if (depth > 0) {
      depth--;
    }
  }

  private void plain(int start) {
    prolonged = NONE;
    if (expecting[depth]) {
      target(start);
    } else if (atStart && depth == 0 && count == 0) {
      add(start);
    }
    atStart = false;
  }

  private void target(int start) {
    Keyword verb = verbs[depth];
    boolean variable = out.charAt(start) == '@';
    if (verb == Keyword.WITH) {
      expression(start);
    } else if (isDefinition(verb) && objects[depth] == null) {
      return;
    } else if (!variable && !isExpression(start)) {
      prolonged = add(start);
    }
    expecting[depth] = variable && (verb == Keyword.EXEC || verb == Keyword.EXECUTE);
  }

  private int add(int start) {
    if (count == MAX_ITEMS) {
      return NONE;
    }
    starts[count] = start;
    ends[count] = out.length();
    return count++;
  }

  private void expression(int start) {
    if (expressions < MAX_EXPRESSIONS) {
      expressionStarts[expressions] = start;
      expressionEnds[expressions++] = out.length();
    }
  }

  private boolean isExpression(int start) {
    int length = out.length() - start;
    for (int i = 0; i < expressions; i++) {
      int known = expressionStarts[i];
      if (expressionEnds[i] - known == length && out.sameIgnoringCase(known, start, length)) {
        return true;
      }
    }
    return false;
  }

  private void read(Keyword word, int start) {
    Keyword verb = verbs[depth];
    if (word == Keyword.SELECT) {
      if (verb != Keyword.GRANT && verb != Keyword.REVOKE) {
        begin(word, start, false);
      }
    } else if (word.isVerb() && startsStatement(verb)) {
      begin(word, start, true);
    } else if (isDefinition(verb) && objects[depth] == null && word.isObject()) {
      add(start);
      objects[depth] = word;
      expecting[depth] = true;
      listing[depth] = verb == Keyword.DROP;
    } else if (verb != null) {
      clause(word, verb, start);
    } else if (atStart && depth == 0 && count == 0) {
      add(start);
    }
  }

  private boolean startsStatement(@Nullable Keyword verb) {
    return (atStart && (depth == 0 || isWithin(Keyword.WITH)))
        || verb == Keyword.WITH
        || ((verb == Keyword.EXPLAIN || verb == Keyword.BEGIN || verb == Keyword.SET)
            && last != Keyword.ON);
  }

  private boolean isWithin(Keyword verb) {
    return depth > 0 && verbs[depth - 1] == verb;
  }

  private static boolean isDefinition(@Nullable Keyword verb) {
    return verb == Keyword.CREATE || verb == Keyword.ALTER || verb == Keyword.DROP;
  }

  private void begin(Keyword verb, int start, boolean targetFollows) {
    if (verb != Keyword.WITH) {
      add(start);
    }
    boolean hasTarget =
        targetFollows
            && verb != Keyword.GRANT
            && verb != Keyword.REVOKE
            && verb != Keyword.EXPLAIN
            && verb != Keyword.BEGIN
            && verb != Keyword.DECLARE
            && verb != Keyword.SET;
    boolean hasTargets =
        verb == Keyword.UPDATE || verb == Keyword.DELETE || verb == Keyword.TRUNCATE;
    enter(verb, hasTarget, hasTargets);
  }

  private void clause(Keyword word, Keyword verb, int start) {
    switch (word) {
      case FROM:
        if (last != Keyword.DISTINCT && takesFrom(verb)) {
          expect(true);
        }
        break;
      case JOIN:
      case STRAIGHT_JOIN:
      case APPLY:
        expect(listing[depth]);
        break;
      case INTO:
        expect(false);
        break;
      case USING:
        if (verb == Keyword.DELETE || verb == Keyword.MERGE) {
          expect(verb == Keyword.DELETE);
        }
        break;
      case ON:
        expecting[depth] = namesTableAfterOn(verb);
        break;
      default:
        other(word, start);
        break;
    }
  }

  private void expect(boolean list) {
    expecting[depth] = true;
    listing[depth] = list;
  }

  private static boolean takesFrom(Keyword verb) {
    return verb == Keyword.SELECT || verb == Keyword.DELETE || verb == Keyword.UPDATE;
  }

  private boolean namesTableAfterOn(Keyword verb) {
    return verb == Keyword.GRANT
        || verb == Keyword.REVOKE
        || objects[depth] == Keyword.INDEX
        || objects[depth] == Keyword.TRIGGER;
  }

  private void other(Keyword word, int start) {
    if (word.endsTargets()) {
      expecting[depth] = false;
      listing[depth] = false;
    } else if (expecting[depth] && !word.isModifier()) {
      if (word.isReserved()) {
        expecting[depth] = isDefinition(verbs[depth]) && objects[depth] == null;
      } else {
        target(start);
      }
    }
  }

  /** Forgets what was found in text that was taken back. */
  void truncate(int length) {
    while (count > 0 && ends[count - 1] > length) {
      count--;
    }
    if (prolonged >= count) {
      prolonged = NONE;
    }
  }

  /** The first items that fit, with a blank between them. */
  String summary(int maxLength) {
    int fitting = 0;
    int length = 0;
    while (fitting < count && length + itemLength(fitting) <= maxLength) {
      length += itemLength(fitting++) + 1;
    }
    StringBuilder summary = new StringBuilder(Math.max(length, 0));
    for (int i = 0; i < fitting; i++) {
      if (i > 0) {
        summary.append(' ');
      }
      summary.append(out.chars(), starts[i], itemLength(i));
    }
    return summary.toString();
  }

  private int itemLength(int item) {
    return ends[item] - starts[item];
  }
}
