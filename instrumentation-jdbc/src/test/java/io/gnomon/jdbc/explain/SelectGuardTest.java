package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectGuardTest {

  private static String verdict(String text, Grammar grammar) {
    try {
      return SelectGuard.check(text, grammar).text();
    } catch (NoPlanException refused) {
      return refused.outcome.text();
    }
  }

  private static String postgres(String text) {
    return verdict(text, Grammar.POSTGRESQL);
  }

  private static String mariaDb(String text) {
    return verdict(text, Grammar.MARIADB);
  }

  @Test
  void theTextIsWrittenAnewFromItsTokens() {
    assertThat(postgres("  SELECT\n\t*  FROM -- all\n t /* of /* them */ */ WHERE a=?AND b=-?;"))
        .isEqualTo("SELECT * FROM t WHERE a= $1 AND b= - $2 ");
    assertThat(mariaDb("select `a b` # x\nfrom t")).isEqualTo("select `a b` from t");
  }

  @Test
  void aMarkerIsNoPartOfTheNameBeforeIt() {
    assertThat(postgres("SELECT * FROM v?")).isEqualTo("SELECT * FROM v $1 ");
  }

  @Test
  void namesCallsAndMarkersAreToldForTheDatabaseToLookUp() throws NoPlanException {
    GuardedSelect select =
        SelectGuard.check("SELECT Lower(\"Na me\") FROM Orders WHERE id = ?", Grammar.POSTGRESQL);
    assertThat(select.parameters()).isEqualTo(1);
    assertThat(select.calls()).containsExactly("lower");
    assertThat(select.names())
        .containsExactlyInAnyOrder("select", "lower", "Na me", "from", "orders", "where", "id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '^',
      value = {
        "SELECT 1; SELECT 2                   | refused_text",
        "SELECT (1                            | refused_text",
        "SELECT 1)                            | refused_text",
        "SELECT 'open                         | refused_text",
        "UPDATE t SET a = 1                   | refused_text",
        "SELECT * INTO t2 FROM t              | refused_word",
        "SELECT * FROM t FOR UPDATE           | refused_word",
        "WITH x AS (DELETE FROM t) SELECT 1   | refused_word",
        "SELECT f()                           | refused_call",
        "SELECT f ()                          | refused_call",
        "SELECT \"lower\"('x')                | refused_call",
        "SELECT s.lower('x')                  | refused_call",
        "SELECT 'lower'('x')                  | refused_call",
        "SELECT (lower)('x')                  | refused_call",
        "SELECT a[1](2)                       | refused_call",
        "SELECT 1(2)                          | refused_call",
        "SELECT a <-> b FROM t                | refused_operator",
        "SELECT a @-1 FROM t                  | refused_operator",
        "SELECT a::money FROM t               | refused_type",
        "SELECT cast(a AS money)              | refused_type",
        "SELECT a::text.money                 | refused_type",
        "SELECT a::text . money               | refused_type",
        "SELECT cast(a AS date.money)         | refused_type",
        "SELECT cast(a AS date.\"money\")     | refused_type",
        "SELECT money '1'                     | refused_type",
        "SELECT a.text '1'                    | refused_type",
        "SELECT E'x'                          | refused_literal",
        "SELECT 'a\\b'                        | refused_literal",
        "SELECT 1into                         | refused_literal",
        "SELECT 0x1F                          | refused_literal",
        "SELECT 1.2.3                         | refused_literal",
        "SELECT 1e                            | refused_literal",
        "SELECT $1                            | refused_literal",
        "SELECT :a                            | refused_literal",
        "SELECT a ?? b                        | refused_operator",
        "SELECT \"a;b\"                       | refused_name",
        "SELECT \"\"                          | refused_name",
        "SELECT /*+ x */ 1                    | refused_comment",
        "SELECT 1 /*!x */                     | refused_comment",
        "SELECT /* a *//*!x */ 1              | refused_comment"
      })
  void aTextInDoubtIsRefusedForWhatIsInDoubt(String text, String outcome) {
    assertThat(postgres(text)).isEqualTo(outcome);
  }

  @Test
  void whatOneDatabaseAllowsAnotherMayNot() {
    assertThat(mariaDb("SELECT ?")).isEqualTo("refused_parameters");
    assertThat(mariaDb("SELECT a::text")).isEqualTo("refused_operator");
    assertThat(mariaDb("SELECT @a")).isEqualTo("refused_name");
    assertThat(mariaDb("SELECT a := 1 FROM t")).isEqualTo("refused_operator");
    assertThat(mariaDb("SELECT '\u00e4'")).isEqualTo("refused_literal");
    assertThat(postgres("SELECT '\u00e4'")).isEqualTo("SELECT '\u00e4'");
    assertThat(mariaDb("SELECT filter(1)")).isEqualTo("refused_call");
    assertThat(postgres("SELECT sleep(1)")).isEqualTo("refused_call");
  }

  @Test
  void theBoundsAreThoseThatItNames() {
    String deep = "SELECT " + "(".repeat(SelectGuard.MAX_DEPTH) + "1";
    String closed = deep + ")".repeat(SelectGuard.MAX_DEPTH);
    assertThat(postgres(closed)).isEqualTo(closed);
    assertThat(postgres(closed.replace("1", "(1)"))).isEqualTo("refused_text");
    StringBuilder wide = new StringBuilder("SELECT a0");
    for (int i = 1; i < SelectGuard.MAX_NAMES; i++) {
      wide.append(", a").append(i);
    }
    assertThat(postgres(wide.toString())).isEqualTo("refused_name");
    assertThat(postgres("SELECT a" + ", a".repeat(1_000))).startsWith("SELECT");
    assertThat(postgres("SELECT " + "x".repeat(63))).startsWith("SELECT");
    assertThat(postgres("SELECT " + "x".repeat(64))).isEqualTo("refused_name");
    assertThat(postgres("SELECT 1" + ", 1".repeat(20_000))).isEqualTo("refused_text");
  }
}
