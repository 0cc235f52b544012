package io.gnomon.jdbc.digest;

/**
 * How a database writes literals, quoted names and comments: only what a reader needs to find the
 * end of each. Where databases of one dialect differ, or a session can change the reading, the
 * dialect takes the reading that hides more.
 */
public enum SqlDialect {
  /** PostgreSQL and what keeps its lexer. {@code E''} has backslash escapes, {@code ''} has not. */
  POSTGRESQL(Quotes.NAME, Escapes.PREFIXED, Trait.DOLLAR_QUOTES | Trait.NESTED_COMMENTS),

  /**
   * MySQL and MariaDB in their default modes: {@code "x"} is a string, a backslash escapes, {@code
   * --} opens a comment only before a blank.
   */
  MYSQL(
      Quotes.STRING,
      Escapes.ALWAYS,
      Trait.HASH_COMMENTS | Trait.BLANK_AFTER_DASHES | Trait.AT_NAMES),

  /** Oracle Database, with {@code q'[...]'}. */
  ORACLE(Quotes.NAME, Escapes.NEVER, Trait.Q_QUOTES | Trait.HASH_IN_NAMES | Trait.AT_NAMES),

  /** Microsoft SQL Server and Sybase: {@code [x]} is a name, {@code @p1} a parameter. */
  SQL_SERVER(
      Quotes.NAME,
      Escapes.NEVER,
      Trait.BRACKET_NAMES
          | Trait.NESTED_COMMENTS
          | Trait.HASH_IN_NAMES
          | Trait.HASH_NAMES
          | Trait.AT_NAMES
          | Trait.AT_P_MARKERS),

  /** What the SQL standard says: Db2, Derby, HSQLDB, Trino and others that keep to it. */
  STANDARD(
      Quotes.NAME, Escapes.NEVER, Trait.NESTED_COMMENTS | Trait.HASH_IN_NAMES | Trait.AT_NAMES),

  /** H2: the standard, and {@code $$} strings. */
  H2(
      Quotes.NAME,
      Escapes.NEVER,
      Trait.NESTED_COMMENTS | Trait.SLASH_COMMENTS | Trait.DOLLAR_QUOTES | Trait.AT_NAMES),

  /**
   * SQLite: reads {@code "x"} as a string where no such name exists; {@code @x} and {@code $x} are
   * parameters.
   */
  SQLITE(Quotes.UNSURE, Escapes.NEVER, Trait.BRACKET_NAMES | Trait.AT_MARKERS),

  /** ClickHouse and Snowflake: {@code "x"} is a name, a backslash escapes. */
  ESCAPING(
      Quotes.NAME,
      Escapes.ALWAYS,
      Trait.DOLLAR_QUOTES | Trait.NESTED_COMMENTS | Trait.SLASH_COMMENTS | Trait.AT_NAMES),

  /**
   * A database that is not known. {@code "x"} is a name only where nothing but a name can stand (a
   * target, or a part of a dotted name) and a literal elsewhere: a name lost costs some detail, a
   * literal let through can't be taken back. Where two readings part (a backslash before a quote,
   * three quotes in a row, {@code q''}, a quote after {@code #} or {@code //}), the whole text is
   * hidden.
   */
  OTHER(
      Quotes.UNSURE,
      Escapes.UNSURE,
      Trait.DOLLAR_QUOTES
          | Trait.NESTED_COMMENTS
          | Trait.HASH_COMMENTS
          | Trait.SLASH_COMMENTS
          | Trait.AT_NAMES
          | Trait.Q_QUOTES);

  /** What {@code "x"} is. */
  enum Quotes {
    NAME,
    STRING,
    UNSURE
  }

  /** Whether a backslash in a string escapes what follows it. */
  enum Escapes {
    NEVER,
    /** In {@code E''} alone. */
    PREFIXED,
    ALWAYS,
    UNSURE
  }

  /** Switches of the reader, as bits. */
  static final class Trait {
    static final int DOLLAR_QUOTES = 1;
    static final int NESTED_COMMENTS = 1 << 1;
    static final int HASH_COMMENTS = 1 << 2;
    static final int BLANK_AFTER_DASHES = 1 << 3;
    static final int Q_QUOTES = 1 << 4;
    static final int BRACKET_NAMES = 1 << 5;

    /** {@code a#b} is one name. */
    static final int HASH_IN_NAMES = 1 << 6;

    /** {@code #a} is a name. */
    static final int HASH_NAMES = 1 << 7;

    /** {@code @a} and {@code @@a} are names. */
    static final int AT_NAMES = 1 << 8;

    /** {@code @p1} is a parameter. */
    static final int AT_P_MARKERS = 1 << 9;

    /** {@code @a} and {@code $a} are parameters. */
    static final int AT_MARKERS = 1 << 10;

    /** {@code //} starts a comment to the end of the line, as in H2 and Snowflake. */
    static final int SLASH_COMMENTS = 1 << 11;

    private Trait() {}
  }

  final Quotes doubleQuotes;
  final Escapes escapes;
  private final int traits;

  SqlDialect(Quotes doubleQuotes, Escapes escapes, int traits) {
    this.doubleQuotes = doubleQuotes;
    this.escapes = escapes;
    this.traits = traits;
  }

  boolean has(int trait) {
    return (traits & trait) != 0;
  }

  /** Whether an unquoted name may start so. */
  boolean isWordStart(char c) {
    if (c < 0x80) {
      return SqlChars.isLetter(c) || c == '_' || (c == '#' && has(Trait.HASH_NAMES));
    }
    return !SqlChars.isBlank(c);
  }

  /** Whether an unquoted name may go on so. */
  boolean isWordPart(char c) {
    return isWordStart(c)
        || SqlChars.isDigit(c)
        || c == '$'
        || (c == '#' && has(Trait.HASH_IN_NAMES));
  }

  /**
   * The dialect of a database.
   *
   * @param systemName {@code db.system.name} of the OpenTelemetry semantic conventions
   * @return its dialect; {@link #OTHER} for a name that is not known
   */
  public static SqlDialect of(String systemName) {
    switch (systemName) {
      case "postgresql":
      case "cockroachdb":
        return POSTGRESQL;
      case "mysql":
      case "mariadb":
        return MYSQL;
      case "oracle.db":
        return ORACLE;
      case "microsoft.sql_server":
        return SQL_SERVER;
      case "h2database":
        return H2;
      case "sqlite":
        return SQLITE;
      case "clickhouse":
      case "snowflake":
        return ESCAPING;
      case "derby":
      case "firebirdsql":
      case "hsqldb":
      case "ibm.db2":
      case "sap.hana":
      case "teradata":
      case "trino":
        return STANDARD;
      default:
        return OTHER;
    }
  }
}
