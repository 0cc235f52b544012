package io.gnomon.jdbc.digest;

import org.jspecify.annotations.Nullable;

/**
 * Tells which word is a password though it looks like a name: what follows {@code IDENTIFIED BY}
 * anywhere, the {@code REPLACE} after it, and {@code PASSWORD} in statements about users and in
 * SET. For one thread at a time.
 */
final class SecretGuard {

  private enum State {
    IDLE,
    IDENTIFIED,
    SECRET_NEXT,
    AFTER_SECRET
  }

  private State state = State.IDLE;
  private @Nullable Keyword verb;
  private boolean aboutUsers;

  void reset() {
    state = State.IDLE;
    verb = null;
    aboutUsers = false;
  }

  /** Whether the token that comes, unless it is one of {@link #isPassable}, has to be hidden. */
  boolean expectsSecret() {
    return state == State.SECRET_NEXT;
  }

  /** Words that may stand between what announces a secret and the secret. */
  static boolean isPassable(@Nullable Keyword word) {
    return word == Keyword.VALUES
        || word == Keyword.PASSWORD
        || word == Keyword.TO
        || word == Keyword.AS
        || word == Keyword.BY
        || word == Keyword.NULL;
  }

  /** A value, or a secret that was hidden. */
  void value() {
    if (state != State.IDLE) {
      state = State.AFTER_SECRET;
    }
  }

  void separator() {
    state = state == State.AFTER_SECRET ? state : State.IDLE;
  }

  void statementEnd() {
    reset();
  }

  void word(@Nullable Keyword word) {
    if (verb == null && word != null && word.isVerb()) {
      verb = word;
      aboutUsers = word == Keyword.SET;
    }
    if (word == Keyword.IDENTIFIED) {
      state = State.IDENTIFIED;
    } else if (word == Keyword.BY && state == State.IDENTIFIED) {
      state = State.SECRET_NEXT;
    } else if (word == Keyword.REPLACE && state == State.AFTER_SECRET) {
      state = State.SECRET_NEXT;
    } else if (word == Keyword.PASSWORD && aboutUsers) {
      state = State.SECRET_NEXT;
    } else if (word == Keyword.FOR && state == State.SECRET_NEXT) {
      state = State.IDLE;
    } else if (isAboutUsers(word)) {
      aboutUsers = true;
    }
  }

  private boolean isAboutUsers(@Nullable Keyword word) {
    boolean defines = verb == Keyword.CREATE || verb == Keyword.ALTER || verb == Keyword.GRANT;
    return defines
        && (word == Keyword.USER
            || word == Keyword.ROLE
            || word == Keyword.LOGIN
            || word == Keyword.LINK);
  }
}
