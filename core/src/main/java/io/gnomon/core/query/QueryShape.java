package io.gnomon.core.query;

import org.jspecify.annotations.Nullable;

/** A query without its literals: what {@code SqlDigester} makes of a text. Immutable. */
public final class QueryShape {

  /** How long a summary may be, in characters; the bound of the semantic conventions. */
  public static final int MAX_SUMMARY_CHARS = 255;

  private static final String BATCH = "BATCH ";

  private final long fingerprint;
  private final String text;
  private final String summary;
  private final @Nullable String procedure;

  /**
   * A shape that calls no stored procedure.
   *
   * @param fingerprint 64-bit hash of database system and sanitized text
   * @param text {@code db.query.text}: the sanitized text, bounded
   * @param summary {@code db.query.summary}: operation and targets, at most 255 characters
   */
  public QueryShape(long fingerprint, String text, String summary) {
    this(fingerprint, text, summary, null);
  }

  /**
   * A shape.
   *
   * @param fingerprint 64-bit hash of database system and sanitized text
   * @param text {@code db.query.text}: the sanitized text, bounded
   * @param summary {@code db.query.summary}: operation and targets, at most {@link
   *     #MAX_SUMMARY_CHARS} characters
   * @param procedure {@code db.stored_procedure.name}, at most 255 characters, or null
   */
  public QueryShape(long fingerprint, String text, String summary, @Nullable String procedure) {
    this.fingerprint = fingerprint;
    this.text = text;
    this.summary = summary;
    this.procedure = procedure;
  }

  /**
   * The shape of a batch of statements that all have this one.
   *
   * @return the same text and fingerprint, with the prefix that the conventions give the summary
   */
  QueryShape ofBatch() {
    String prefixed = BATCH + summary;
    return new QueryShape(
        fingerprint,
        text,
        prefixed.length() <= MAX_SUMMARY_CHARS
            ? prefixed
            : prefixed.substring(0, MAX_SUMMARY_CHARS),
        procedure);
  }

  /**
   * The hash of database system and sanitized text.
   *
   * @return 64 bits
   */
  public long fingerprint() {
    return fingerprint;
  }

  /**
   * The fingerprint as it is shown.
   *
   * @return 16 lower-case hexadecimal digits
   */
  public String fingerprintHex() {
    String hex = Long.toHexString(fingerprint);
    return "0000000000000000".substring(hex.length()) + hex;
  }

  /**
   * {@code db.query.text}.
   *
   * @return the sanitized text
   */
  public String text() {
    return text;
  }

  /**
   * {@code db.query.summary}.
   *
   * @return operation and targets, at most {@link #MAX_SUMMARY_CHARS} characters
   */
  public String summary() {
    return summary;
  }

  /**
   * {@code db.stored_procedure.name}.
   *
   * @return the procedure that it calls, as the application wrote it, at most 255 characters; null
   *     if it calls none
   */
  public @Nullable String procedure() {
    return procedure;
  }
}
