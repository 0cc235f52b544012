package io.gnomon.http;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What became of a call, by the conventions. */
final class Outcome {

  private static final int MIN_STATUS = 100;
  private static final int FIRST_ERROR = 400;
  private static final int MAX_STATUS = 599;

  private Outcome() {}

  /** A status as it is told; 0 for none. */
  static int status(int answered) {
    return answered >= MIN_STATUS && answered <= MAX_STATUS ? answered : 0;
  }

  /** {@code error.type}: a status of 400 or more, else what was thrown, else null. */
  static @Nullable String error(int status, @Nullable Throwable thrown) {
    if (status >= FIRST_ERROR) {
      return Integer.toString(status);
    }
    if (thrown != null) {
      return cause(thrown).getClass().getName();
    }
    return status == 0 ? ClientCalls.OTHER : null;
  }

  /** What a future wraps; no class of the application's is asked. */
  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getClass() == CompletionException.class ? thrown.getCause() : null;
    return cause == null ? thrown : cause;
  }

  /** {@code network.protocol.version}, of what the clients call the protocol; null if not known. */
  static @Nullable String version(@Nullable String protocol) {
    if (protocol == null) {
      return null;
    }
    switch (protocol) {
      case "HTTP/1.1":
      case "http/1.1":
      case "HTTP_1_1":
        return "1.1";
      case "HTTP/1.0":
      case "http/1.0":
        return "1.0";
      case "HTTP/2.0":
      case "HTTP_2":
      case "h2":
      case "h2_prior_knowledge":
        return "2";
      case "HTTP_3":
      case "h3":
        return "3";
      default:
        return null;
    }
  }
}
