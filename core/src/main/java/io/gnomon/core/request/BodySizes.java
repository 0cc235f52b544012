package io.gnomon.core.request;

/**
 * The sizes of the bodies of one request, in bytes on the wire, without headers. Used by one thread
 * at a time, as its record is.
 */
public final class BodySizes {

  /** A size that nobody has told. */
  public static final long UNKNOWN = -1;

  private long receivedBytes = UNKNOWN;
  private long sentBytes = UNKNOWN;

  BodySizes() {}

  /**
   * Tells that one more piece of the request's body was read.
   *
   * @param bytes how much, 0 or more
   */
  public void received(long bytes) {
    receivedBytes = Math.max(0, receivedBytes) + bytes;
  }

  /**
   * Tells what was transferred in all, as the container has counted it.
   *
   * @param received bytes of the request's body; {@link #UNKNOWN} leaves what {@link #received} has
   *     added up
   * @param sent bytes of the response's body, or {@link #UNKNOWN}
   */
  public void transferred(long received, long sent) {
    receivedBytes = received < 0 ? receivedBytes : received;
    sentBytes = sent;
  }

  /**
   * The size of the request's body.
   *
   * @return {@link #UNKNOWN} if nobody has told it
   */
  public long receivedBytes() {
    return receivedBytes;
  }

  /**
   * The size of what was written as the response's body.
   *
   * @return {@link #UNKNOWN} if nobody has told it
   */
  public long sentBytes() {
    return sentBytes;
  }

  void clear() {
    receivedBytes = UNKNOWN;
    sentBytes = UNKNOWN;
  }
}
