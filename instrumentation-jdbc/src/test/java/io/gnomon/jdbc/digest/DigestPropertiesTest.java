package io.gnomon.jdbc.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class DigestPropertiesTest {

  private final SqlDigester digester = new SqlDigester();

  /** A statement, in tokens between which blanks may go, for one dialect. */
  record Statement(SqlDialect dialect, List<String> tokens) {

    String text() {
      return String.join(" ", tokens);
    }
  }

  @Property(tries = 2_000)
  void holdsItsRulesForAnyText(@ForAll SqlDialect dialect, @ForAll String text) {
    DigestRules.check(digester, dialect, text);
  }

  @Property(tries = 8_000)
  void holdsItsRulesForNoise(@ForAll SqlDialect dialect, @ForAll("noise") String text) {
    DigestRules.check(digester, dialect, text);
  }

  @Property(tries = 5_000)
  void letsNoLiteralThrough(@ForAll("statements") Statement statement) {
    digester.digest(statement.text(), statement.dialect(), "x");

    if (statement.dialect().escapes == statement.dialect().otherEscapes) {
      assertThat(digester.hidden()).isFalse();
    }
    assertThat(digester.text() + "\n" + digester.summary() + "\n" + digester.procedure())
        .doesNotContain(SqlTexts.SECRET)
        .doesNotContain(SqlTexts.SECRET_DIGITS);
  }

  @Property(tries = 200)
  void letsNoLiteralThroughWhereverTheTextBreaksOff(@ForAll("statements") Statement statement) {
    String text = statement.text();
    for (int length = 0; length <= text.length(); length++) {
      digester.digest(text.substring(0, length), statement.dialect(), "x");

      assertThat(digester.text() + "\n" + digester.summary() + "\n" + digester.procedure())
          .doesNotContain(SqlTexts.SECRET.substring(0, 2))
          .doesNotContain(SqlTexts.SECRET_DIGITS.substring(0, 2));
    }
  }

  @Property(tries = 5_000)
  void blanksAndCommentsChangeNothing(
      @ForAll("statements") Statement statement, @ForAll("gaps") List<String> gaps) {
    // Where braces are comments, an escape of JDBC is known by the word right after the brace.
    Assume.that(statement.dialect() != SqlDialect.INFORMIX || !statement.tokens().contains("{"));
    digester.digest(statement.text(), statement.dialect(), "x");
    String text = digester.text();
    String summary = digester.summary();
    long fingerprint = digester.fingerprint();
    boolean hidden = digester.hidden();

    digester.digest(joined(statement.tokens(), gaps), statement.dialect(), "x");

    // What is hidden because a session may read it in two ways is so by its comments too.
    if (!hidden && !digester.hidden()) {
      assertThat(digester.text()).isEqualTo(text);
      assertThat(digester.summary()).isEqualTo(summary);
      assertThat(digester.fingerprint()).isEqualTo(fingerprint);
    }
  }

  @Property(tries = 2_000)
  void looksAtEachCharacterABoundedNumberOfTimes(
      @ForAll SqlDialect dialect, @ForAll("noise") String text) {
    CountingCursor cursor = new CountingCursor();
    String longText = text.repeat(1 + 4_000 / Math.max(1, text.length()));

    new SqlDigester(cursor).digest(longText, dialect, "x");

    assertThat(cursor.looks).isLessThanOrEqualTo(CountingCursor.most(longText));
  }

  @Provide
  Arbitrary<String> noise() {
    Arbitrary<String> part =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.of(SqlTexts.NOISE)),
            Tuple.of(1, Arbitraries.strings().ofLength(1)));
    Arbitrary<String> blank = Arbitraries.of("", " ");
    Arbitrary<Tuple2<String, String>> parts = part.flatMap(p -> blank.map(b -> Tuple.of(p, b)));
    return parts
        .map(both -> both.get1() + both.get2())
        .list()
        .ofMaxSize(24)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Statement> statements() {
    return Arbitraries.of(SqlDialect.class)
        .flatMap(
            dialect ->
                Arbitraries.of(SqlTexts.STATEMENTS)
                    .flatMap(
                        statement ->
                            Arbitraries.of(SqlTexts.literals(dialect))
                                .list()
                                .ofSize(6)
                                .map(literals -> filled(dialect, statement, literals))));
  }

  @Provide
  Arbitrary<List<String>> gaps() {
    return Arbitraries.of(
            " ",
            "\n",
            "\t\r\n ",
            " \u00a0\u3000",
            "\r",
            "/**/",
            "/* it is */ ",
            "/* it's \"x` */",
            " -- it is\n",
            " -- it's\r\n")
        .list()
        .ofSize(8);
  }

  private static Statement filled(SqlDialect dialect, String statement, List<String> literals) {
    List<String> tokens = new ArrayList<>();
    int next = 0;
    for (String token : statement.split(" ")) {
      tokens.add(token.equals("%") ? literals.get(next++ % literals.size()) : token);
    }
    return new Statement(dialect, tokens);
  }

  private static String joined(List<String> tokens, List<String> gaps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      text.append(gaps.get(i % gaps.size())).append(tokens.get(i));
    }
    return text.toString();
  }
}
