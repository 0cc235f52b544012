package io.gnomon.jdbc.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HugeTextTest {

  private static final int HUGE_CHARS = 10 * 1024 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\"",
        "`",
        "''",
        "\\'",
        "'\\'' ",
        "(",
        ")",
        "()",
        "[",
        "/*",
        "/**/",
        "/*/",
        "--\n",
        "#\n",
        "--\r",
        "IN (",
        "IN(?,",
        "IN (1,2),",
        "VALUES ",
        "VALUES (1),",
        "VALUES ((",
        "ROW(",
        "a.",
        "a@",
        "a:b",
        "1:2",
        "-",
        "+",
        "=+",
        "{",
        "{a:",
        "{ ",
        "$",
        "$a$",
        "$a$b",
        "?",
        "??",
        ";",
        ",",
        "SELECT a FROM b ",
        "WITH a AS (",
        "x",
        "1",
        "1e+",
        ".",
        "q'[",
        "N'",
        "BEGIN ",
        "’",
        "\u00a0"
      })
  void costsNoMoreThanItsFirstPartAndStaysWithinBounds(String part) {
    String text = part.repeat(HUGE_CHARS / part.length());
    String open = "SELECT '" + text;
    for (SqlDialect dialect : SqlDialect.values()) {
      check(text, dialect);
      check(open, dialect);
    }
  }

  private static void check(String text, SqlDialect dialect) {
    CountingCursor cursor = new CountingCursor();
    SqlDigester digester = new SqlDigester(cursor);

    DigestRules.check(digester, dialect, text);

    // The rules digest twice: the text and its digest.
    assertThat(cursor.looks).isLessThanOrEqualTo(2 * CountingCursor.most(text));
  }
}
