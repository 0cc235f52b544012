package io.gnomon.jdbc.digest;

import java.util.ArrayList;
import java.util.List;

/** What texts are made of: noise that a scanner trips over, and statements full of secrets. */
final class SqlTexts {

  /** Stands in every string that {@link #literals} gives, and nowhere else. */
  static final String SECRET = "zqzq";

  /** Stands in every number that {@link #literals} gives, and nowhere else. */
  static final String SECRET_DIGITS = "7391";

  /** Parts of texts that are hardly SQL. */
  static final List<String> NOISE =
      List.of(
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
          "FOR",
          "??",
          "??|",
          "{",
          "{x:T}",
          "€5",
          "’",
          "٤٢",
          "\ufeff",
          "\r",
          "/*!",
          "#-",
          "FINAL",
          "TABLE",
          "LINK",
          "DATABASE",
          "EXECUTE",
          "PROCEDURE",
          "BEGIN",
          "THEN",
          "EXPLAIN",
          "GRANT",
          "PRAGMA",
          "ATTACH",
          "VALIDATE",
          "SET ROLE",
          "SEARCH_PATH",
          "TO",
          "NEW",
          "KEY",
          "CONNECT",
          "VACUUM",
          "COMMENT",
          "OUTPUT",
          "ARRAY");

  /** Statements, with a percent sign where a literal goes and blanks where blanks may go. */
  static final List<String> STATEMENTS =
      List.of(
          "SELECT % FROM t",
          "SELECT a FROM t WHERE a = % AND b <> %",
          "SELECT a FROM t WHERE a IN ( % , % ) OR b NOT IN ( % )",
          "SELECT a FROM t WHERE ( a , b ) IN ( ( % , % ) , ( % , % ) )",
          "SELECT a FROM t WHERE a BETWEEN % AND % OR b LIKE %",
          "SELECT CASE WHEN a = % THEN % ELSE % END FROM t",
          "SELECT f ( % , g ( % ) ) OVER ( ORDER BY % ) FROM t",
          "SELECT a FROM t GROUP BY % HAVING max ( a ) > % ORDER BY % LIMIT % OFFSET %",
          "SELECT a FROM t JOIN u ON t . i = % AND u . j = ( % )",
          "SELECT a || % - % * % FROM s . t UNION ALL SELECT % FROM u",
          "SELECT a FROM t WHERE EXISTS ( SELECT % FROM u WHERE c = % )",
          "WITH x AS ( SELECT % ) SELECT a FROM x WHERE b = %",
          "INSERT INTO t ( a , b ) VALUES ( % , % ) , ( % , % )",
          "INSERT INTO t ( a ) SELECT % FROM u",
          "UPDATE t SET a = % , b = b + % WHERE c = %",
          "DELETE FROM t WHERE a = % OR %",
          "MERGE INTO t USING ( SELECT % a ) s ON t . a = % WHEN MATCHED THEN UPDATE SET b = %",
          "VALUES ( % , % ) , ( % , % )",
          "CALL p ( % , % )",
          "{ call s . p ( % ) }",
          "{ ? = call f ( % , ? ) }",
          "SELECT { fn concat ( % , % ) } FROM t",
          "EXEC p % , %",
          "EXPLAIN SELECT %",
          "CREATE TABLE t ( a int DEFAULT % CHECK ( a > % ) )",
          "CREATE USER u IDENTIFIED BY %",
          "ALTER USER u PASSWORD %",
          "SET a = %",
          "COMMENT ON TABLE t IS %",
          "SELECT % ; SELECT % ; UPDATE t SET a = %");

  private SqlTexts() {}

  /** Ways to write literals. */
  static List<String> literals(SqlDialect dialect) {
    List<String> literals = new ArrayList<>();
    for (String form :
        List.of(
            "-7391",
            "+7391.7391e-7391",
            ".7391",
            "0x7391",
            "7391_7391",
            "N'zqzq'",
            "X'7391'",
            "'zqzq''zqzq'",
            "'zqzq\n7391'",
            "'zqzq -- /* \" ` $$ '' zqzq'",
            "DATE 'zqzq'")) {
      literals.add(form);
    }
    literals.addAll(special(dialect));
    return literals;
  }

  private static List<String> special(SqlDialect dialect) {
    switch (dialect) {
      case POSTGRESQL:
        return List.of(
            "E'zqzq\\'zqzq'", "$$zqzq'zqzq$$", "$t$zqzq$$7391$t$", "U&'zqzq'", "B'7391'");
      case POSTGRESQL_KIN:
        return List.of("$$zqzq'zqzq$$", "E'zqzq'");
      case MYSQL:
        return List.of("\"zqzq\\\"zqzq'\"", "'zqzq\\'zqzq'", "_utf8'zqzq'", "b'7391'");
      case HIVE:
        return List.of("\"zqzq\\\"zqzq'\"", "'zqzq\\'zqzq'");
      case ORACLE:
      case FIREBIRD:
        return List.of("q'[zqzq'zqzq]'", "Q'!zqzq'zqzq!'", "q'(zqzq)'");
      case SQL_SERVER:
        return List.of("\"zqzq'\"", "$7391.7391", "€7391", "-£.7391");
      case CLICKHOUSE:
      case SNOWFLAKE:
        return List.of("'zqzq\\'zqzq'", "$$zqzq'zqzq$$");
      case H2:
        return List.of("$$zqzq'zqzq$$", "U&'zqzq'");
      case STANDARD:
        return List.of("U&'zqzq'", "GX'7391'");
      default:
        return List.of("\"zqzq'\"");
    }
  }
}
