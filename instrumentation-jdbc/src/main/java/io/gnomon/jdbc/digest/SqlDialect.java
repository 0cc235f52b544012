package io.gnomon.jdbc.digest;

/**
 * How a database writes literals, quoted names and comments: only what a reader needs to find the
 * end of each. Where databases of one dialect differ, or a session can change the reading, the
 * dialect takes the reading that hides more.
 */
public enum SqlDialect {
  /** PostgreSQL and what keeps its lexer. {@code E''} has backslash escapes, {@code ''} has not. */
  POSTGRESQL(
      Quotes.NAME,
      Escapes.PREFIXED,
      Escapes.ALWAYS,
      Trait.DOLLAR_QUOTES
          | Trait.NESTED_COMMENTS
          | Trait.CR_ENDS_COMMENTS
          | Trait.SETTINGS_ARE_NAMES),

  /** Redshift, Vertica and Netezza, which left PostgreSQL long ago: their backslash is unsure. */
  POSTGRESQL_KIN(
      Quotes.NAME,
      Escapes.UNSURE,
      Trait.DOLLAR_QUOTES | Trait.UNSURE_NESTING | Trait.HASH_NAMES | Trait.SETTINGS_ARE_NAMES),

  /**
   * MySQL, MariaDB and SingleStore in their default modes: {@code "x"} is a string, a backslash
   * escapes, {@code --} opens a comment only before a blank.
   */
  MYSQL(
      Quotes.STRING,
      Escapes.ALWAYS,
      Escapes.NEVER,
      Trait.HASH_COMMENTS | Trait.BLANK_AFTER_DASHES | Trait.AT_NAMES | Trait.EXECUTABLE_COMMENTS),

  /** Hive: strings as in MySQL, comments as in the standard. */
  HIVE(Quotes.STRING, Escapes.ALWAYS, Trait.UNSURE_NESTING),

  /** Oracle Database, with {@code q'[...]'} and {@code table@link}. */
  ORACLE(Quotes.NAME, Escapes.NEVER, Trait.Q_QUOTES | Trait.HASH_IN_NAMES | Trait.AT_LINKS),

  /**
   * Microsoft SQL Server and Sybase: {@code [x]} is a name, {@code @p1} a parameter, {@code $1.50}
   * money. A session says whether {@code "x"} is a name or a string. An argument of EXEC may be a
   * string without quotes.
   */
  SQL_SERVER(
      Quotes.UNSURE,
      Escapes.NEVER,
      Trait.BRACKET_NAMES
          | Trait.NESTED_COMMENTS
          | Trait.HASH_IN_NAMES
          | Trait.HASH_NAMES
          | Trait.AT_NAMES
          | Trait.AT_P_MARKERS
          | Trait.MONEY
          | Trait.NO_SEPARATORS
          | Trait.EXECUTES_PROCEDURES),

  /** What the SQL standard says: Db2, Derby, Trino and others that keep to it. */
  STANDARD(
      Quotes.NAME,
      Escapes.NEVER,
      Trait.UNSURE_NESTING | Trait.HASH_IN_NAMES | Trait.HASH_NAMES | Trait.AT_NAMES),

  /** Firebird: has {@code q'[...]'} too, and {@code "x"} is a string in its older dialect. */
  FIREBIRD(Quotes.UNSURE, Escapes.NEVER, Trait.UNSURE_NESTING | Trait.Q_QUOTES),

  /** Informix: <code>{...}</code> is a comment unless it is an escape of JDBC. */
  INFORMIX(Quotes.UNSURE, Escapes.NEVER, Trait.UNSURE_NESTING | Trait.BRACE_COMMENTS),

  /** H2 and HSQLDB: the standard, {@code //} comments, and H2's {@code $$} strings. */
  H2(
      Quotes.NAME,
      Escapes.NEVER,
      Trait.UNSURE_NESTING | Trait.SLASH_COMMENTS | Trait.DOLLAR_QUOTES | Trait.AT_NAMES),

  /**
   * SQLite: reads {@code "x"} as a string where no such name exists; {@code @x} and {@code $x} are
   * parameters.
   */
  SQLITE(Quotes.UNSURE, Escapes.NEVER, Trait.BRACKET_NAMES | Trait.AT_MARKERS),

  /**
   * ClickHouse: {@code "x"} is a name, a backslash escapes in names too, <code>{x:Type}</code> is a
   * parameter.
   */
  CLICKHOUSE(
      Quotes.NAME,
      Escapes.ALWAYS,
      Trait.DOLLAR_QUOTES
          | Trait.UNSURE_NESTING
          | Trait.SLASH_COMMENTS
          | Trait.HASH_COMMENTS
          | Trait.ESCAPES_IN_NAMES
          | Trait.BRACE_MARKERS
          | Trait.AT_NAMES),

  /**
   * Snowflake: {@code "x"} is a name, a backslash escapes, {@code $1} is a column, {@code a:b} a
   * path.
   */
  SNOWFLAKE(
      Quotes.NAME,
      Escapes.ALWAYS,
      Trait.DOLLAR_QUOTES
          | Trait.UNSURE_NESTING
          | Trait.SLASH_COMMENTS
          | Trait.AT_NAMES
          | Trait.DOLLAR_COLUMNS
          | Trait.PATHS),

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
          | Trait.UNSURE_NESTING
          | Trait.UNSURE_COMMENTS
          | Trait.HASH_COMMENTS
          | Trait.SLASH_COMMENTS
          | Trait.AT_NAMES
          | Trait.UNSURE_QUOTES
          | Trait.EXECUTES_PROCEDURES);

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

    /** {@code q'[...]'} is a string. */
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

    /** Whether a comment in a comment counts is not known. */
    static final int UNSURE_NESTING = 1 << 12;

    /** Whether {@code #} and {@code //} start a comment is not known. */
    static final int UNSURE_COMMENTS = 1 << 13;

    /** What {@code q''} and three quotes in a row are is not known. */
    static final int UNSURE_QUOTES = 1 << 14;

    /** A carriage return alone ends a comment; elsewhere that is in doubt. */
    static final int CR_ENDS_COMMENTS = 1 << 15;

    /** <code>/*! ... &#42;/</code> is executed. */
    static final int EXECUTABLE_COMMENTS = 1 << 16;

    /** {@code a@b} is one name. */
    static final int AT_LINKS = 1 << 17;

    /** A number may have a currency before it. */
    static final int MONEY = 1 << 18;

    /** Nothing has to stand between two statements, nor around a string that EXEC is given. */
    static final int NO_SEPARATORS = 1 << 19;

    /** EXECUTE names a procedure, not a prepared statement. */
    static final int EXECUTES_PROCEDURES = 1 << 20;

    /** <code>{...}</code> is a comment. */
    static final int BRACE_COMMENTS = 1 << 21;

    /** A backslash escapes in quoted names too. */
    static final int ESCAPES_IN_NAMES = 1 << 22;

    /** <code>{name:Type}</code> is a parameter. */
    static final int BRACE_MARKERS = 1 << 23;

    /** {@code $1} is a column. */
    static final int DOLLAR_COLUMNS = 1 << 24;

    /** {@code a:b} is a part of a. */
    static final int PATHS = 1 << 25;

    /** {@code SET a = b} gives a setting the string b. */
    static final int SETTINGS_ARE_NAMES = 1 << 26;

    private Trait() {}
  }

  final Quotes doubleQuotes;
  final Escapes escapes;

  /** How a session may read backslashes that has changed the default; else the same. */
  final Escapes otherEscapes;

  private final int traits;

  SqlDialect(Quotes doubleQuotes, Escapes escapes, int traits) {
    this(doubleQuotes, escapes, escapes, traits);
  }

  SqlDialect(Quotes doubleQuotes, Escapes escapes, Escapes otherEscapes, int traits) {
    this.doubleQuotes = doubleQuotes;
    this.escapes = escapes;
    this.otherEscapes = otherEscapes;
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
    return !SqlChars.isBlank(c)
        && !SqlChars.isTypographicQuote(c)
        && !Character.isDigit(c)
        && !isCurrency(c);
  }

  /** Whether a character starts money, but for {@code $}. */
  boolean isCurrency(char c) {
    return has(Trait.MONEY) && c >= 0x80 && Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /** Whether an unquoted name may go on so. */
  boolean isWordPart(char c) {
    return isWordStart(c)
        || Character.isDigit(c)
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
      case "aws.redshift":
      case "ibm.netezza":
      case "vertica":
        return POSTGRESQL_KIN;
      case "mysql":
      case "mariadb":
      case "singlestore":
        return MYSQL;
      case "hive":
        return HIVE;
      case "oracle.db":
        return ORACLE;
      case "microsoft.sql_server":
        return SQL_SERVER;
      case "h2database":
      case "hsqldb":
        return H2;
      case "sqlite":
        return SQLITE;
      case "clickhouse":
        return CLICKHOUSE;
      case "snowflake":
        return SNOWFLAKE;
      case "firebirdsql":
        return FIREBIRD;
      case "ibm.informix":
        return INFORMIX;
      case "derby":
      case "ibm.db2":
      case "presto":
      case "sap.hana":
      case "teradata":
      case "trino":
        return STANDARD;
      default:
        return OTHER;
    }
  }
}
