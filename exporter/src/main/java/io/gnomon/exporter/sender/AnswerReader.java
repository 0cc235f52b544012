package io.gnomon.exporter.sender;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer of HTTP/1.1 (RFC 9112): status, the few headers that matter here, a body whose
 * end is told by its length, by chunks, or by that of the connection. Not thread-safe.
 */
final class AnswerReader {

  /** How much of an answer's body is read. */
  static final int MAX_BODY_BYTES = 64 * 1024;

  /** How many lines an answer may have besides its body. */
  private static final int MAX_LINES = 200;

  private static final int NO_STATUS = -1;
  private static final int FIRST_FINAL_STATUS = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final long UNTIL_END = -1;
  private static final int HEX = 16;

  private final HttpLine line;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private int lines;
  private int status;
  private String message = "";
  private @Nullable String retryAfter;
  private long length;
  private boolean chunked;
  private boolean closing;

  AnswerReader(HttpLine line) {
    this.line = line;
  }

  /** The answer to the request that was just sent; its status is -1 if it is not HTTP. */
  HttpAnswer read() throws IOException {
    do {
      head();
    } while (status >= 0 && status < FIRST_FINAL_STATUS);
    if (status != NO_STATUS) {
      body();
    }
    return new HttpAnswer(
        status,
        message,
        body.toByteArray(),
        RetryAfter.nanos(retryAfter, System.currentTimeMillis()));
  }

  /** Only the head, as of an answer to CONNECT, whose body is the tunnel. */
  int readStatus() throws IOException {
    head();
    return status;
  }

  /** Whether the connection ends with this answer, or should. */
  boolean isLast() {
    return closing;
  }

  private void head() throws IOException {
    length = UNTIL_END;
    chunked = false;
    retryAfter = null;
    statusLine(nextLine());
    if (status == NO_STATUS) {
      closing = true;
      return;
    }
    for (String header = nextLine(); !header.isEmpty(); header = nextLine()) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        header(header.substring(0, colon), header.substring(colon + 1).trim());
      }
    }
  }

  private String nextLine() throws IOException {
    if (++lines > MAX_LINES) {
      throw new IOException("an answer of more than " + MAX_LINES + " lines");
    }
    return line.line();
  }

  /** As {@code HTTP/1.1 200 OK}; HTTP/1.0 keeps no connection unless it is asked to. */
  private void statusLine(String text) {
    status = NO_STATUS;
    int space = text.indexOf(' ');
    if (!text.startsWith("HTTP/1.") || text.length() < space + 4) {
      return;
    }
    closing = text.startsWith("HTTP/1.0");
    try {
      status = Integer.parseInt(text.substring(space + 1, space + 4));
      message = text.substring(Math.min(text.length(), space + 5));
    } catch (NumberFormatException e) {
      status = NO_STATUS;
    }
  }

  private void header(String name, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (name.equalsIgnoreCase("Content-Length")) {
      length = number(value, 10);
    } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
      chunked = lower.contains("chunked");
    } else if (name.equalsIgnoreCase("Connection")) {
      closing |= lower.contains("close");
    } else if (name.equalsIgnoreCase("Retry-After")) {
      retryAfter = value;
    }
  }

  private void body() throws IOException {
    if (status == NO_CONTENT || status == NOT_MODIFIED) {
      return;
    }
    if (chunked) {
      chunks();
    } else if (length == UNTIL_END) {
      closing = true;
      take(Long.MAX_VALUE);
    } else if (!take(length)) {
      throw new EOFException("the endpoint closed the connection within its answer");
    }
  }

  private void chunks() throws IOException {
    long size = chunkSize();
    while (size > 0 && !closing) {
      if (!take(size)) {
        throw new EOFException("the endpoint closed the connection within its answer");
      }
      nextLine();
      size = chunkSize();
    }
    String trailer = closing ? "" : nextLine();
    while (!trailer.isEmpty()) {
      trailer = nextLine();
    }
  }

  private long chunkSize() throws IOException {
    String text = nextLine();
    int extension = text.indexOf(';');
    long size = number((extension < 0 ? text : text.substring(0, extension)).trim(), HEX);
    if (size < 0) {
      throw new IOException("a chunk without a size");
    }
    return size;
  }

  /** Takes so many bytes, or as many as are wanted at all; false if there were fewer. */
  private boolean take(long count) throws IOException {
    for (long left = count; left > 0; left--) {
      if (body.size() == MAX_BODY_BYTES) {
        closing = true;
        return true;
      }
      int next = line.read();
      if (next < 0) {
        return false;
      }
      body.write(next);
    }
    return true;
  }

  private static long number(String text, int radix) {
    try {
      return Math.max(UNTIL_END, Long.parseLong(text, radix));
    } catch (NumberFormatException e) {
      return UNTIL_END;
    }
  }
}
