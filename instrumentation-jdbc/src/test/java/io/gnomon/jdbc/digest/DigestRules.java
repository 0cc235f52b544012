package io.gnomon.jdbc.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** What holds for the digest of any text, shared by the properties and the fuzz tests. */
final class DigestRules {

  private static final String SYSTEM = "postgresql";

  private DigestRules() {}

  /** Digests a text, checks the bounds, and that the digest of the digest is the digest. */
  static void check(SqlDigester digester, SqlDialect dialect, String input) {
    digester.digest(input, dialect, SYSTEM);
    String text = digester.text();
    String summary = digester.summary();
    @Nullable String procedure = digester.procedure();
    long fingerprint = digester.fingerprint();
    assertThat(text).hasSizeLessThanOrEqualTo(SqlDigester.MAX_TEXT_CHARS);
    assertThat(summary).hasSizeLessThanOrEqualTo(SqlDigester.MAX_SUMMARY_CHARS);
    if (digester.hidden()) {
      assertThat(text).isEqualTo(SqlDigester.HIDDEN_TEXT);
      assertThat(summary).isEqualTo(SqlDigester.HIDDEN_SUMMARY);
      assertThat(procedure).isNull();
      return;
    }

    digester.digest(text, dialect, SYSTEM);

    assertThat(digester.text()).as("digest of the digest of <%s>", input).isEqualTo(text);
    assertThat(digester.fingerprint()).isEqualTo(fingerprint);
    assertThat(digester.summary()).as("summary of <%s>", input).isEqualTo(summary);
    assertThat(digester.procedure()).as("procedure of <%s>", input).isEqualTo(procedure);
  }
}
