package io.gnomon.jdbc.digest;

import java.util.Random;

/** Texts by chance: noise made of what a scanner trips over, and statements full of secrets. */
final class SqlTexts {

  /** Stands in every literal of {@link #statement}, and nowhere else. */
  static final String SECRET = "zqzq";

  /** Stands in every number of {@link #statement}, and nowhere else. */
  static final String SECRET_DIGITS = "7391";

  private static final String[] NOISE = {
    "'",
    "''",
    "\"",
    "`",
    "[",
    "]",
    "]]",
    "(",
    ")",
    "{",
    "}",
    ",",
    ";",
    ".",
    ":",
    "::",
    ":=",
    "-",
    "--",
    "+",
    "/*",
    "*/",
    "/",
    "*",
    "#",
    "@",
    "@@",
    "$",
    "$$",
    "$a$",
    "?",
    "\\",
    "\\'",
    "=",
    "<>",
    "||",
    "|",
    "%",
    "&",
    "!",
    "~",
    "^",
    " ",
    "\n",
    "\t",
    "\u00a0",
    "\u3000",
    "\u0000",
    "\ud83d",
    "\ud83d\ude00",
    "ä",
    "q'",
    "q'[",
    "]'",
    "E'",
    "N'",
    "U&'",
    "U&\"",
    "x'",
    "1",
    "0x1F",
    "1e-5",
    "1.5",
    ".5",
    "e",
    "q",
    "SELECT",
    "select",
    "FROM",
    "IN",
    "VALUES",
    "ROW",
    "NULL",
    "TRUE",
    "INSERT INTO",
    "UPDATE",
    "DELETE",
    "SET",
    "WITH",
    "AS",
    "JOIN",
    "ON",
    "CREATE TABLE",
    "USER",
    "IDENTIFIED BY",
    "PASSWORD",
    "REPLACE",
    "DISTINCT",
    "call",
    "EXEC",
    "a",
    "b",
    "t1",
    ":name",
    "$1",
    "@p1",
    "@v",
    "?1",
    "IN (?, ?",
    "(?, ?)",
    "TOP",
    "MERGE",
    "USING",
    "ALTER",
    "FOR"
  };

  private static final String[] NAMES = {"orders", "o.id", "s.items", "x_1", "count", "größe"};
  private static final String[] OPERATORS = {"=", "<>", "<=", "+", "||", "*", "IN", "LIKE", "-"};

  private SqlTexts() {}

  static String garbage(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(24);
    for (int i = 0; i < parts; i++) {
      text.append(random.nextInt(20) == 0 ? (char) random.nextInt(0x10000) : pick(random, NOISE));
      if (random.nextBoolean()) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  static String statement(Random random, SqlDialect dialect) {
    return String.join(" ", tokens(random, dialect));
  }

  static String[] tokens(Random random, SqlDialect dialect) {
    int conditions = 1 + random.nextInt(6);
    String[] tokens = new String[4 + 4 * conditions];
    tokens[0] = "SELECT";
    tokens[1] = literal(random, dialect);
    tokens[2] = "FROM";
    tokens[3] = "orders";
    for (int i = 0; i < conditions; i++) {
      tokens[4 + 4 * i] = i == 0 ? "WHERE" : "AND";
      tokens[5 + 4 * i] = pick(random, NAMES);
      tokens[6 + 4 * i] = pick(random, OPERATORS);
      tokens[7 + 4 * i] =
          random.nextBoolean()
              ? literal(random, dialect)
              : "(" + literal(random, dialect) + "," + literal(random, dialect) + ")";
    }
    return tokens;
  }

  private static String literal(Random random, SqlDialect dialect) {
    switch (random.nextInt(8)) {
      case 0:
        return "-" + SECRET_DIGITS;
      case 1:
        return SECRET_DIGITS + "." + SECRET_DIGITS + "e-" + SECRET_DIGITS;
      case 2:
        return "0x" + SECRET_DIGITS;
      case 3:
        return "N'" + SECRET + "'";
      case 4:
        return "'" + SECRET + " -- /* \" ` $$ '' " + SECRET + "'";
      case 5:
        return special(dialect);
      default:
        return "'" + SECRET + "''" + SECRET + "'";
    }
  }

  private static String special(SqlDialect dialect) {
    switch (dialect) {
      case POSTGRESQL:
        return "E'" + SECRET + "\\'" + SECRET + "'";
      case ORACLE:
        return "q'[" + SECRET + "'" + SECRET + "]'";
      case MYSQL:
        return "\"" + SECRET + "\\\"" + SECRET + "'\"";
      case CLICKHOUSE:
      case SNOWFLAKE:
        return "'" + SECRET + "\\'" + SECRET + "'";
      case H2:
        return "$$" + SECRET + "'" + SECRET + "$$";
      case SQLITE:
      case OTHER:
        return "\"" + SECRET + "'\"";
      default:
        return "X'" + SECRET + "'";
    }
  }

  private static String pick(Random random, String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
