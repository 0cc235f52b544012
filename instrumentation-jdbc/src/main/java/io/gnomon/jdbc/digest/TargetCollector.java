package io.gnomon.jdbc.digest;

import io.gnomon.jdbc.digest.SqlDialect.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Finds operations and their targets while a digest is written ("Generating a summary of the query"
 * in OpenTelemetry's semantic conventions for database spans): in their order, written as the
 * application wrote them. Names of common table expressions and {@code @variables} are no targets,
 * and what a MERGE or an upsert does to its one target is no further operation. For one thread at a
 * time; does not allocate.
 */
final class TargetCollector {

  private static final int NONE = SummaryItems.NONE;

  private final DigestBuffer out;
  private final SummaryItems items;
  private final CommonTables commonTables;
  private SqlDialect dialect = SqlDialect.OTHER;

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

  /** Whether a parenthesis was opened right before. */
  private boolean opened;

  private @Nullable Keyword last;

  /** Where the last name or keyword starts. */
  private int lastStart;

  TargetCollector(DigestBuffer out, SummaryItems items) {
    this.out = out;
    this.items = items;
    this.commonTables = new CommonTables(out);
  }

  void reset(SqlDialect newDialect) {
    dialect = newDialect;
    items.reset();
    startStatement();
  }

  private void startStatement() {
    depth = 0;
    tooDeep = 0;
    commonTables.reset();
    enter(null, false, false);
    atStart = true;
    opened = false;
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
        && verb != null
        && verb != Keyword.SELECT
        && verb.isVerb()
        && !verb.calls();
  }

  /** Whether an argument of a procedure comes, given that the last token could lead to one. */
  boolean isArgument(boolean led) {
    Keyword verb = verbs[0];
    if (tooDeep > 0 || verb == null || !verb.calls() || expecting[0]) {
      return false;
    }
    boolean inEscape = verb == Keyword.CALL && depth == 1;
    return inEscape ? led || opened : depth == 0 && (led || prolonged != NONE);
  }

  /** A name, quoted or not, that stands in the text from {@code start} on. */
  void name(int start) {
    if (tooDeep == 0) {
      plain(start);
    }
    last = null;
    lastStart = start;
    opened = false;
  }

  /** A name after a dot. */
  void namePart() {
    if (prolonged != NONE) {
      items.prolong(prolonged);
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
    lastStart = start;
    opened = false;
  }

  void value() {
    if (tooDeep == 0) {
      expecting[depth] = false;
    }
    operator();
  }

  void operator() {
    prolonged = NONE;
    last = null;
    opened = false;
  }

  void punctuation(char c) {
    if (c != '.' && c != '@') {
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
        startStatement();
        break;
      default:
        break;
    }
    atStart &= c == ';' || c == '{' || c == '(';
    opened = c == '(';
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
    Keyword around = verbs[depth];
    boolean options = last == Keyword.TOP || (last == around && last != null && last.hasOptions());
    boolean inherits = expecting[depth] && !options && around != Keyword.WITH;
    atStart =
        around == Keyword.WITH
            || around == Keyword.COPY
            || last == Keyword.TABLE
            || (depth == 0 && items.isEmpty());
    expecting[depth] &= options;
    depth++;
    enter(inherits ? around : null, inherits, inherits);
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
    } else if (isFirst()) {
      prolonged = first(start);
    }
    atStart = false;
  }

  /** In SQL Server a name that starts the text is a procedure. */
  private int first(int start) {
    int item = items.add(start);
    if (!dialect.has(Trait.NO_SEPARATORS)) {
      return NONE;
    }
    enter(Keyword.EXEC, false, false);
    return item;
  }

  /** Whether the text's first word comes: an operation, known or not. */
  private boolean isFirst() {
    return atStart && depth == 0 && items.isEmpty();
  }

  private void target(int start) {
    if (last == Keyword.OR) {
      return;
    }
    Keyword verb = verbs[depth];
    boolean variable = out.charAt(start) == '@';
    if (verb == Keyword.WITH) {
      commonTables.add(start);
    } else if (Keyword.defines(verb) && objects[depth] == null) {
      return;
    } else if (!variable && !commonTables.has(start)) {
      prolonged = items.add(start);
      if (prolonged != NONE && Keyword.calls(verb, last, dialect)) {
        items.called(prolonged);
      }
    }
    expecting[depth] = variable && verb != null && verb.calls();
  }

  private void read(Keyword word, int start) {
    Keyword verb = verbs[depth];
    if (word == Keyword.SELECT) {
      if (verb != Keyword.GRANT && verb != Keyword.REVOKE) {
        begin(word, start, false);
      }
    } else if (word == Keyword.BEGIN && Keyword.defines(verb) && objects[depth] != null) {
      enter(Keyword.BEGIN, false, false);
    } else if (word.isVerb() && startsStatement(word, verb)) {
      begin(word, start, word.hasTarget());
    } else if (Keyword.defines(verb) && objects[depth] == null && word.isObject()) {
      items.add(start);
      objects[depth] = word;
      expecting[depth] = true;
      listing[depth] = verb == Keyword.DROP;
    } else if (verb != null) {
      clause(word, verb, start);
    } else if (isFirst()) {
      items.add(start);
    }
  }

  private boolean startsStatement(Keyword word, @Nullable Keyword verb) {
    if (atStart || (opened && word == Keyword.WITH)) {
      return true;
    }
    if (verb == null) {
      return depth == 0 && (Keyword.leadsToStatement(last) || startsWithoutSeparator(word));
    }
    switch (verb) {
      case WITH:
        return word != Keyword.SET;
      case EXPLAIN:
        return word != Keyword.ANALYZE && word != Keyword.SET && last != Keyword.ON;
      case BEGIN:
        return last != Keyword.ON;
      case SET:
        return last == Keyword.FOR || startsWithoutSeparator(word);
      case GRANT:
      case REVOKE:
      case MERGE:
        return false;
      case CREATE:
      case ALTER:
        boolean inBody = last == Keyword.AS || (last == Keyword.ROW && word != Keyword.EXECUTE);
        return inBody && objects[depth] != null;
      default:
        return startsWithoutSeparator(word);
    }
  }

  /** In SQL Server a statement may follow another with nothing but a blank between. */
  private boolean startsWithoutSeparator(Keyword word) {
    return dialect.has(Trait.NO_SEPARATORS)
        && depth == 0
        && word.startsAnywhere()
        && last != Keyword.ON
        && last != Keyword.FOR
        && last != Keyword.IF;
  }

  private void begin(Keyword verb, int start, boolean targetFollows) {
    if (verb != Keyword.WITH) {
      items.add(start);
    }
    enter(verb, targetFollows, verb.hasTargets());
  }

  private void clause(Keyword word, Keyword verb, int start) {
    switch (word) {
      case FROM:
        if (last != Keyword.DISTINCT && verb.takesFrom()) {
          expect(true);
        }
        break;
      case JOIN:
        if (last != Keyword.ARRAY) {
          expect(listing[depth]);
        }
        break;
      case STRAIGHT_JOIN:
        expecting[depth] |= listing[depth];
        break;
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
        expecting[depth] = Keyword.namesTableAfterOn(verb, objects[depth]);
        break;
      case TABLE:
        table(start);
        break;
      case LINK:
        link(start);
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

  /** In {@code FROM FINAL TABLE (INSERT ...)} the first word was no table. */
  private void table(int start) {
    if (last == Keyword.FINAL || last == Keyword.NEW || last == Keyword.OLD) {
      items.dropFrom(lastStart);
      expecting[depth] = true;
    } else {
      other(Keyword.TABLE, start);
    }
  }

  /** {@code DATABASE LINK} is one kind of object. */
  private void link(int start) {
    if (last == Keyword.DATABASE && Keyword.defines(verbs[depth])) {
      items.prolongLast();
    } else {
      other(Keyword.LINK, start);
    }
  }

  private void other(Keyword word, int start) {
    boolean here = expecting[depth] && !word.isModifier() && !isKindOfTarget(word);
    if (here && !word.isReserved()) {
      target(start);
    } else if (word.endsTargets()) {
      expecting[depth] = false;
      listing[depth] = false;
    } else if (here) {
      expecting[depth] = Keyword.defines(verbs[depth]) && objects[depth] == null;
    }
  }

  /** {@code EXECUTE PROCEDURE p}, {@code USE SCHEMA s}: the word says what the target is. */
  private boolean isKindOfTarget(Keyword word) {
    Keyword verb = verbs[depth];
    return verb != null && verb.takesKinds() && word.isObject();
  }

  /** Forgets what was found in text that was taken back. */
  void truncate(int length) {
    items.truncate(length);
    if (!items.has(prolonged)) {
      prolonged = NONE;
    }
  }
}
