package io.gnomon.otlpreceiver;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one request is answered. Immutable.
 *
 * @param kind what happens
 * @param status the HTTP status; over gRPC the code that the OTLP specification maps it to
 * @param headers sent beside the status; {@code Retry-After} is a {@code RetryInfo} over gRPC
 * @param delay waited before the answer
 * @param rejected how many items a partial success says were rejected
 * @param message what a partial success, or an error, says
 */
public record Answer(
    Kind kind,
    int status,
    Map<String, String> headers,
    Duration delay,
    long rejected,
    String message) {

  /** What happens to a request. */
  public enum Kind {
    /** Taken, answered 200. */
    ACCEPT(true),
    /** Taken, answered 200 with {@code partial_success}. */
    PARTIAL(true),
    /** Taken, answered 200 with bytes that are no protobuf. */
    GARBAGE(true),
    /** Refused with a status. */
    REFUSE(false),
    /** Never answered. */
    HANG(false),
    /** The connection is closed without an answer; over gRPC the call ends as UNAVAILABLE. */
    CLOSE(false);

    private final boolean taken;

    Kind(boolean taken) {
      this.taken = taken;
    }

    /**
     * Whether the data counts as received.
     *
     * @return true if a sender must not send it again
     */
    public boolean taken() {
      return taken;
    }
  }

  private static final int OK = 200;

  private static Answer of(Kind kind) {
    return new Answer(kind, OK, Map.of(), Duration.ZERO, 0, "");
  }

  /**
   * The normal answer.
   *
   * @return 200 and an empty response
   */
  public static Answer accept() {
    return of(Kind.ACCEPT);
  }

  /**
   * An error.
   *
   * @param status as 503
   * @return the answer; add headers by {@link #withHeader}
   */
  public static Answer status(int status) {
    return new Answer(Kind.REFUSE, status, Map.of(), Duration.ZERO, 0, "scripted " + status);
  }

  /**
   * No answer at all, until the sender gives up or the receiver is closed.
   *
   * @return the answer
   */
  public static Answer hang() {
    return of(Kind.HANG);
  }

  /**
   * The normal answer, late.
   *
   * @param delay how late
   * @return the answer
   */
  public static Answer slow(Duration delay) {
    return new Answer(Kind.ACCEPT, OK, Map.of(), delay, 0, "");
  }

  /**
   * A connection closed in the sender's face.
   *
   * @return the answer
   */
  public static Answer close() {
    return of(Kind.CLOSE);
  }

  /**
   * Status 200 and bytes that are no protobuf.
   *
   * @return the answer
   */
  public static Answer garbage() {
    return of(Kind.GARBAGE);
  }

  /**
   * Status 200 and a {@code partial_success}.
   *
   * @param rejected how many items were rejected; 0 with a message is a warning
   * @param message what is said about it
   * @return the answer
   */
  public static Answer partial(long rejected, String message) {
    return new Answer(Kind.PARTIAL, OK, Map.of(), Duration.ZERO, rejected, message);
  }

  /**
   * The same answer with one more header.
   *
   * @param name as {@code Retry-After}
   * @param value its value
   * @return a copy
   */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Answer(kind, status, Map.copyOf(more), delay, rejected, message);
  }
}
