package io.gnomon.core.errors;

import io.gnomon.core.findings.CallerStack;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an exception. Its methods are the application's to override: what they throw is
 * as if there were nothing to tell. Immutable.
 */
final class Thrown {

  /** How many characters of a message are kept. */
  static final int MAX_MESSAGE_LENGTH = 1_000;

  /** How far causes are followed to find a frame of the application's. */
  private static final int MAX_CAUSES = 10;

  private static final Thrown NOTHING = new Thrown(null, null, Collections.<String>emptyList());

  final @Nullable String type;
  final @Nullable String message;
  final List<String> frames;

  private Thrown(@Nullable String type, @Nullable String message, List<String> frames) {
    this.type = type;
    this.message = message;
    this.frames = frames;
  }

  static Thrown of(@Nullable Throwable thrown, CallerStack callerStack, boolean withMessage) {
    if (thrown == null) {
      return NOTHING;
    }
    return new Thrown(
        thrown.getClass().getName(),
        withMessage ? message(thrown) : null,
        frames(thrown, callerStack));
  }

  private static @Nullable String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null || message.length() <= MAX_MESSAGE_LENGTH
          ? message
          : message.substring(0, MAX_MESSAGE_LENGTH);
    } catch (RuntimeException | Error unreadable) {
      return null;
    }
  }

  /** The application's frames of the exception, else of the first cause that has some. */
  private static List<String> frames(Throwable thrown, CallerStack callerStack) {
    try {
      Throwable each = thrown;
      for (int i = 0; i < MAX_CAUSES && each != null; i++) {
        List<String> frames = callerStack.of(each);
        if (!frames.isEmpty()) {
          return frames;
        }
        each = each.getCause();
      }
    } catch (RuntimeException | Error unreadable) {
      // Then it is told without frames.
    }
    return Collections.emptyList();
  }
}
