package io.gnomon.jdbc.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Texts that coverage leads to. A finding is kept as an input beside this class, which every later
 * run starts from, and as a case of the corpus.
 */
class DigestFuzzTest {

  private static final SqlDialect[] DIALECTS = SqlDialect.values();

  /** The first byte, from A on, is the dialect; the rest is the text in UTF-8. */
  @FuzzTest(maxDuration = "2m")
  void holdsItsRulesForAnyText(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    SqlDialect dialect = DIALECTS[Math.floorMod(bytes[0] - 'A', DIALECTS.length)];
    String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    CountingCursor cursor = new CountingCursor();

    DigestRules.check(new SqlDigester(cursor), dialect, text);

    // The rules digest twice: the text and its digest, which is at most as long as can be read.
    assertThat(cursor.looks).isLessThanOrEqualTo(4 * CountingCursor.most(text));
  }

  /** What stands before the literal is complete in itself, so that the literal is one. */
  @FuzzTest(maxDuration = "2m")
  void letsNoLiteralThroughWhateverStandsAroundIt(FuzzedDataProvider data) {
    SqlDialect dialect = data.pickValue(DIALECTS);
    String literal = data.pickValue(SqlTexts.literals(dialect));
    String before = data.consumeString(200);
    String after = data.consumeRemainingAsString();
    SqlDigester digester = new SqlDigester();
    digester.digest(before, dialect, "x");
    boolean mayBeName =
        literal.startsWith("\"") && dialect.doubleQuotes != SqlDialect.Quotes.STRING;
    if (digester.hidden() || mayBeName || holdsSecret(before + after)) {
      return;
    }

    digester.digest(before + "\n" + literal + "\n" + after, dialect, "x");

    assertThat(
            holdsSecret(digester.text() + "\n" + digester.summary() + "\n" + digester.procedure()))
        .as("<%s> <%s> <%s> as %s", before, literal, after, dialect)
        .isFalse();
  }

  private static boolean holdsSecret(String text) {
    return text.contains(SqlTexts.SECRET) || text.contains(SqlTexts.SECRET_DIGITS);
  }
}
