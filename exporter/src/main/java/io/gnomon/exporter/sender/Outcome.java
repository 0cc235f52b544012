package io.gnomon.exporter.sender;

/** What became of a batch. Immutable. */
public final class Outcome {

  /** What the batch's owner does about it. */
  public enum Kind {
    /** Taken, perhaps but for some records. */
    ACCEPTED,
    /** Its fate is not known or it may be sent again. */
    RETRY,
    /** Refused as a whole; sending it again would change nothing. */
    REJECTED,
    /** The endpoint does not know this signal. */
    NOT_SERVED
  }

  private static final int MAX_REASON_LENGTH = 300;

  private final Kind kind;
  private final String reason;
  private final long refusedRecords;
  private final long retryAfterNanos;

  private Outcome(Kind kind, String reason, long refusedRecords, long retryAfterNanos) {
    this.kind = kind;
    this.reason = oneLine(reason);
    this.refusedRecords = refusedRecords;
    this.retryAfterNanos = retryAfterNanos;
  }

  static Outcome accepted() {
    return new Outcome(Kind.ACCEPTED, "", 0, 0);
  }

  static Outcome partial(String reason, long refusedRecords) {
    return new Outcome(Kind.ACCEPTED, reason, refusedRecords, 0);
  }

  static Outcome retry(String reason, long retryAfterNanos) {
    return new Outcome(Kind.RETRY, reason, 0, retryAfterNanos);
  }

  static Outcome rejected(String reason) {
    return new Outcome(Kind.REJECTED, reason, 0, 0);
  }

  static Outcome notServed(String reason) {
    return new Outcome(Kind.NOT_SERVED, reason, 0, 0);
  }

  private static String oneLine(String text) {
    int length = Math.min(text.length(), MAX_REASON_LENGTH);
    StringBuilder line = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString();
  }

  /**
   * What to do.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Why, for a person.
   *
   * @return one bounded line; empty if all was accepted and nothing is to be said
   */
  public String reason() {
    return reason;
  }

  /**
   * How many records of an accepted batch were refused.
   *
   * @return 0 or more
   */
  public long refusedRecords() {
    return refusedRecords;
  }

  /**
   * How long the endpoint wants to be left alone.
   *
   * @return nanoseconds, 0 if it did not say
   */
  public long retryAfterNanos() {
    return retryAfterNanos;
  }
}
