package io.gnomon.jdbc.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlCorpusTest {

  record Case(
      int line, String system, String input, String text, String summary, long fingerprint) {
    @Override
    public String toString() {
      return "line " + line + ", " + system + ": " + input;
    }
  }

  private final SqlDigester digester = new SqlDigester();

  @ParameterizedTest
  @MethodSource("corpus")
  void givesTextSummaryAndFingerprint(Case sql) {
    digest(sql, sql.input());

    assertThat(digester.text()).isEqualTo(sql.text());
    assertThat(digester.summary()).isEqualTo(sql.summary());
    assertThat(digester.fingerprint()).isEqualTo(sql.fingerprint());
    assertThat(digester.hidden()).isEqualTo(sql.text().equals(SqlDigester.HIDDEN_TEXT));
    assertThat(digester.truncated()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void digestsItsOwnDigestToTheSame(Case sql) {
    digest(sql, sql.input());
    if (digester.hidden()) {
      return;
    }

    digest(sql, digester.text());

    assertThat(digester.text()).isEqualTo(sql.text());
    assertThat(digester.fingerprint()).isEqualTo(sql.fingerprint());
    assertThat(digester.summary()).isEqualTo(sql.summary());
  }

  @Test
  void isLargeEnough() throws IOException {
    assertThat(corpus()).hasSizeGreaterThanOrEqualTo(400);
    assertThat(corpus()).extracting(sql -> sql.system() + sql.input()).doesNotHaveDuplicates();
  }

  private void digest(Case sql, String text) {
    digester.digest(text, SqlDialect.of(sql.system()), sql.system());
  }

  /** Reads {@code corpus.txt}; its first line says what a case looks like. */
  static List<Case> corpus() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SqlCorpusTest.class.getResourceAsStream("corpus.txt")),
                StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        int colon = line.indexOf(": ");
        cases.add(
            new Case(
                number,
                line.substring(0, colon),
                unescape(line.substring(colon + 2)),
                reader.readLine().substring(2),
                reader.readLine().substring(2),
                Long.parseUnsignedLong(reader.readLine().substring(2), 16)));
        number += 3;
      }
    }
    return cases;
  }

  private static String unescape(String input) {
    String text = input.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    for (int start = text.indexOf("\\u"); start >= 0; start = text.indexOf("\\u")) {
      char unit = (char) Integer.parseInt(text.substring(start + 2, start + 6), 16);
      text = text.substring(0, start) + unit + text.substring(start + 6);
    }
    return text;
  }
}
