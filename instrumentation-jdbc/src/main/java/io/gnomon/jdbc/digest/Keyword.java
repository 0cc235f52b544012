package io.gnomon.jdbc.digest;

import org.jspecify.annotations.Nullable;

/** The words that the digest has to know; every other word is a name to it. */
enum Keyword {
  // Operations.
  SELECT(Keyword.RESERVED),
  INSERT(Keyword.RESERVED | Keyword.VERB | Keyword.STARTS_ANYWHERE),
  UPDATE(Keyword.RESERVED | Keyword.VERB | Keyword.STARTS_ANYWHERE | Keyword.LISTS),
  DELETE(Keyword.RESERVED | Keyword.VERB | Keyword.STARTS_ANYWHERE | Keyword.LISTS),
  MERGE(Keyword.VERB),
  REPLACE(Keyword.VERB | Keyword.MODIFIER),
  UPSERT(Keyword.VERB),
  CALL(Keyword.VERB | Keyword.CALLS),
  EXEC(Keyword.VERB | Keyword.CALLS | Keyword.STARTS_ANYWHERE),
  EXECUTE(Keyword.VERB | Keyword.CALLS | Keyword.STARTS_ANYWHERE | Keyword.TAKES_KINDS),
  TRUNCATE(Keyword.VERB | Keyword.LISTS),
  COPY(Keyword.VERB),
  CREATE(Keyword.RESERVED | Keyword.VERB),
  ALTER(Keyword.RESERVED | Keyword.VERB),
  DROP(Keyword.RESERVED | Keyword.VERB),
  MODIFY(Keyword.VERB),
  ANALYZE(Keyword.VERB | Keyword.LISTS | Keyword.MODIFIER | Keyword.HAS_OPTIONS),
  DESC(Keyword.VERB | Keyword.TAKES_KINDS),
  DESCRIBE(Keyword.VERB | Keyword.TAKES_KINDS),
  LOCK(Keyword.VERB | Keyword.LISTS | Keyword.TAKES_KINDS),
  OPTIMIZE(Keyword.VERB | Keyword.LISTS),
  REFRESH(Keyword.VERB | Keyword.TAKES_KINDS),
  REINDEX(Keyword.VERB | Keyword.TAKES_KINDS | Keyword.HAS_OPTIONS),
  RENAME(Keyword.VERB | Keyword.LISTS),
  USE(Keyword.VERB | Keyword.TAKES_KINDS),
  VACUUM(Keyword.VERB | Keyword.LISTS | Keyword.HAS_OPTIONS),

  // Operations without a target, or whose target another word leads to.
  BEGIN(Keyword.VERB | Keyword.NO_TARGET),
  COMMENT(Keyword.VERB | Keyword.NO_TARGET | Keyword.TAKES_KINDS),
  COMMIT(Keyword.VERB | Keyword.NO_TARGET),
  CONNECT(Keyword.VERB | Keyword.NO_TARGET | Keyword.ENDS_TARGETS),
  DECLARE(Keyword.VERB | Keyword.NO_TARGET),
  EXPLAIN(Keyword.VERB | Keyword.NO_TARGET),
  GRANT(Keyword.RESERVED | Keyword.VERB | Keyword.NO_TARGET | Keyword.TAKES_KINDS),
  LOAD(Keyword.VERB | Keyword.NO_TARGET),
  PRAGMA(Keyword.VERB | Keyword.NO_TARGET),
  REVOKE(Keyword.VERB | Keyword.NO_TARGET | Keyword.TAKES_KINDS),
  ROLLBACK(Keyword.VERB | Keyword.NO_TARGET),
  SET(Keyword.RESERVED | Keyword.VERB | Keyword.NO_TARGET | Keyword.ENDS_TARGETS),
  START(Keyword.VERB | Keyword.NO_TARGET | Keyword.ENDS_TARGETS),
  WITH(Keyword.RESERVED | Keyword.VERB),

  // What leads to a target.
  FROM(Keyword.RESERVED | Keyword.MODIFIER),
  JOIN(Keyword.RESERVED),
  STRAIGHT_JOIN(Keyword.RESERVED),
  APPLY(0),
  INTO(Keyword.RESERVED | Keyword.MODIFIER),
  USING(Keyword.RESERVED),
  ON(Keyword.RESERVED),

  // What stands between an operation and its target.
  COLUMN(Keyword.MODIFIER),
  CONCURRENTLY(Keyword.MODIFIER),
  DELAYED(Keyword.MODIFIER),
  EXISTS(Keyword.RESERVED | Keyword.MODIFIER),
  FULL(Keyword.MODIFIER),
  HIGH_PRIORITY(Keyword.MODIFIER),
  IF(Keyword.MODIFIER),
  IGNORE(Keyword.MODIFIER),
  IMMEDIATE(Keyword.MODIFIER),
  LATERAL(Keyword.RESERVED | Keyword.MODIFIER),
  LOW_PRIORITY(Keyword.MODIFIER),
  MATERIALIZED(Keyword.MODIFIER),
  NOT(Keyword.RESERVED | Keyword.MODIFIER),
  OJ(Keyword.MODIFIER),
  ONLY(Keyword.MODIFIER),
  OR(Keyword.RESERVED | Keyword.MODIFIER),
  OVERWRITE(Keyword.MODIFIER),
  QUICK(Keyword.MODIFIER),
  RECURSIVE(Keyword.MODIFIER),
  TOP(Keyword.RESERVED | Keyword.MODIFIER),
  VERBOSE(Keyword.MODIFIER),

  // What CREATE, ALTER and DROP work on.
  AGGREGATE(Keyword.OBJECT),
  ALIAS(Keyword.OBJECT),
  CATALOG(Keyword.OBJECT),
  COLLATION(Keyword.OBJECT),
  DATABASE(Keyword.OBJECT),
  DICTIONARY(Keyword.OBJECT),
  DIRECTORY(Keyword.OBJECT),
  DOMAIN(Keyword.OBJECT),
  EVENT(Keyword.OBJECT),
  EXTENSION(Keyword.OBJECT),
  FUNCTION(Keyword.OBJECT),
  GROUP(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  INDEX(Keyword.OBJECT),
  LANGUAGE(Keyword.OBJECT),
  LINK(0),
  LOGIN(Keyword.OBJECT),
  PACKAGE(Keyword.OBJECT),
  POLICY(Keyword.OBJECT),
  PROCEDURE(Keyword.OBJECT),
  PROFILE(Keyword.OBJECT),
  PUBLICATION(Keyword.OBJECT),
  ROLE(Keyword.OBJECT),
  RULE(Keyword.OBJECT),
  SCHEMA(Keyword.OBJECT),
  SEQUENCE(Keyword.OBJECT),
  SERVER(Keyword.OBJECT),
  SESSION(Keyword.OBJECT),
  STAGE(Keyword.OBJECT),
  STATISTICS(Keyword.OBJECT),
  STREAM(Keyword.OBJECT),
  SUBSCRIPTION(Keyword.OBJECT),
  SYNONYM(Keyword.OBJECT),
  SYSTEM(Keyword.OBJECT),
  TABLE(Keyword.RESERVED | Keyword.OBJECT | Keyword.MODIFIER),
  TABLES(Keyword.OBJECT),
  TABLESPACE(Keyword.OBJECT),
  TASK(Keyword.OBJECT),
  TRIGGER(Keyword.OBJECT),
  TYPE(Keyword.OBJECT),
  USER(Keyword.OBJECT),
  VIEW(Keyword.OBJECT),
  WAREHOUSE(Keyword.OBJECT),

  // What ends a list of targets.
  BY(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  EXCEPT(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  FETCH(Keyword.ENDS_TARGETS),
  FOR(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  HAVING(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  INTERSECT(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  LIMIT(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  MINUS(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  OFFSET(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  ORDER(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  OUTFILE(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  PREWHERE(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  QUALIFY(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  RETURNING(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  SETTINGS(Keyword.ENDS_TARGETS),
  UNION(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  VALUES(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  WHEN(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  WHERE(Keyword.RESERVED | Keyword.ENDS_TARGETS),
  WINDOW(Keyword.ENDS_TARGETS),

  // Reserved words before which a parenthesis is no call and a sign no subtraction.
  ALL(Keyword.RESERVED),
  AND(Keyword.RESERVED),
  AS(Keyword.RESERVED),
  BETWEEN(Keyword.RESERVED),
  CASE(Keyword.RESERVED),
  CHECK(Keyword.RESERVED),
  CONFLICT(Keyword.RESERVED),
  DEFAULT(Keyword.RESERVED),
  DISTINCT(Keyword.RESERVED),
  DUMPFILE(Keyword.RESERVED),
  ELSE(Keyword.RESERVED),
  FILTER(Keyword.RESERVED),
  IN(Keyword.RESERVED),
  INTERVAL(Keyword.RESERVED),
  IS(Keyword.RESERVED),
  KEY(Keyword.RESERVED),
  LIKE(Keyword.RESERVED),
  OVER(Keyword.RESERVED),
  RETURN(Keyword.RESERVED),
  THEN(Keyword.RESERVED),
  TO(Keyword.RESERVED),
  UNIQUE(Keyword.RESERVED),

  // Words that change what the next one means.
  ARRAY(0),
  DO(0),
  FINAL(0),
  LOOP(0),
  NEW(0),
  OLD(0),
  OUT(0),
  OUTPUT(0),

  // Literals, rows and secrets.
  ADMINISTER(0),
  ATTACH(0),
  AUTHENTICATED(0),
  AUTHORIZATION(0),
  CONFIRM(0),
  FALSE(0),
  HEXKEY(0),
  HEXREKEY(0),
  IDENTIFIED(0),
  IMMEDIATELY(0),
  NONE(0),
  NULL(0),
  OFF(0),
  PASSWORD(0),
  REKEY(0),
  ROW(0),
  SEARCH_PATH(0),
  SECRET(0),
  TEXTKEY(0),
  TEXTREKEY(0),
  TRUE(0),
  VALIDATE(0),
  VALUE(0),

  // What starts a statement of SQL Server, where any other name starts the call of a procedure.
  BACKUP(0),
  BREAK(0),
  BULK(0),
  CHECKPOINT(0),
  CLOSE(0),
  CONTINUE(0),
  DBCC(0),
  DEALLOCATE(0),
  DENY(0),
  DISABLE(0),
  ENABLE(0),
  END(0),
  GOTO(0),
  KILL(0),
  OPEN(0),
  PRINT(0),
  RAISERROR(0),
  RECEIVE(0),
  RECONFIGURE(0),
  RESTORE(0),
  REVERT(0),
  SAVE(0),
  SEND(0),
  SHUTDOWN(0),
  THROW(0),
  WAITFOR(0),
  WHILE(0);

  private static final int RESERVED = 1;
  private static final int VERB = 1 << 1;
  private static final int MODIFIER = 1 << 2;
  private static final int OBJECT = 1 << 3;
  private static final int ENDS_TARGETS = 1 << 4;
  private static final int NO_TARGET = 1 << 5;
  private static final int LISTS = 1 << 6;
  private static final int CALLS = 1 << 7;
  private static final int TAKES_KINDS = 1 << 8;
  private static final int HAS_OPTIONS = 1 << 9;
  private static final int STARTS_ANYWHERE = 1 << 10;

  private static final int LONGEST = 13;
  private static final int SLOTS = 512;
  private static final @Nullable Keyword[] TABLE_BY_HASH = table();

  private final int flags;

  Keyword(int flags) {
    this.flags = flags;
  }

  /** Never a plain name: what follows it is an operand. */
  boolean isReserved() {
    return (flags & RESERVED) != 0;
  }

  /** An operation where a statement starts. */
  boolean isVerb() {
    return (flags & VERB) != 0;
  }

  /** Stands between an operation and its target. */
  boolean isModifier() {
    return (flags & MODIFIER) != 0;
  }

  /** A kind of object that CREATE, ALTER and DROP work on. */
  boolean isObject() {
    return (flags & OBJECT) != 0;
  }

  /** Ends a list of targets. */
  boolean endsTargets() {
    return (flags & ENDS_TARGETS) != 0;
  }

  /** An operation that its target follows. */
  boolean hasTarget() {
    return (flags & NO_TARGET) == 0;
  }

  /** An operation with a list of targets. */
  boolean hasTargets() {
    return (flags & LISTS) != 0;
  }

  /** An operation whose target is a procedure. */
  boolean calls() {
    return (flags & CALLS) != 0;
  }

  /**
   * Whether an operation calls the procedure that comes, given the word before it: elsewhere than
   * in SQL Server, EXECUTE alone runs a prepared statement.
   */
  static boolean calls(@Nullable Keyword verb, @Nullable Keyword last, SqlDialect dialect) {
    return verb == CALL
        || verb == EXEC
        || (verb == EXECUTE
            && last != IMMEDIATE
            && (last == PROCEDURE || dialect.has(SqlDialect.Trait.EXECUTES_PROCEDURES)));
  }

  /** An operation whose target may have its kind before it. */
  boolean takesKinds() {
    return (flags & TAKES_KINDS) != 0;
  }

  /** An operation that options in parentheses may follow. */
  boolean hasOptions() {
    return (flags & HAS_OPTIONS) != 0;
  }

  /** An operation that needs no separator before it in SQL Server. */
  boolean startsAnywhere() {
    return (flags & STARTS_ANYWHERE) != 0;
  }

  /** An operation on a definition, which the kind of the target follows. */
  static boolean defines(@Nullable Keyword verb) {
    return verb == CREATE || verb == ALTER || verb == DROP || verb == MODIFY;
  }

  /** An operation whose FROM leads to targets. */
  boolean takesFrom() {
    return this == SELECT || this == DELETE || this == UPDATE;
  }

  /** An operation on an object, or on an object of a kind, whose ON leads to a target. */
  static boolean namesTableAfterOn(Keyword verb, @Nullable Keyword kind) {
    return verb == GRANT
        || verb == REVOKE
        || verb == COMMENT
        || kind == INDEX
        || kind == POLICY
        || kind == TRIGGER;
  }

  /** A word of procedural code after which a statement may start. */
  static boolean leadsToStatement(@Nullable Keyword word) {
    return word == THEN || word == ELSE || word == LOOP || word == DO;
  }

  /** The keyword that a part of a text is, whatever its case, or null. */
  static @Nullable Keyword of(String text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > LONGEST) {
      return null;
    }
    int slot = hash(text, start, end);
    for (Keyword word = TABLE_BY_HASH[slot]; word != null; word = TABLE_BY_HASH[slot]) {
      if (word.name().length() == length
          && word.name().regionMatches(true, 0, text, start, length)) {
        return word;
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return null;
  }

  private static @Nullable Keyword[] table() {
    @Nullable Keyword[] table = new Keyword[SLOTS];
    for (Keyword word : values()) {
      int slot = hash(word.name(), 0, word.name().length());
      while (table[slot] != null) {
        slot = slot + 1 & SLOTS - 1;
      }
      table[slot] = word;
    }
    return table;
  }

  /** Takes the two first characters, the last and the length; bit 0x20 is the case of a letter. */
  private static int hash(String text, int start, int end) {
    int first = text.charAt(start) | 0x20;
    int second = text.charAt(start + 1) | 0x20;
    int last = text.charAt(end - 1) | 0x20;
    int mixed = ((first * 31 + second) * 31 + last) * 31 + (end - start);
    return (mixed ^ mixed >>> 9) & SLOTS - 1;
  }
}
