package io.gnomon.jdbc.digest;

import org.jspecify.annotations.Nullable;

/**
 * Tells which word is a password though it looks like a name: what follows {@code IDENTIFIED BY}
 * anywhere, the {@code REPLACE} after it and the further ones of a GRANT, {@code PASSWORD} in
 * statements about users, in SET and in CONNECT, {@code USING} in CONNECT, and the key of a PRAGMA.
 * For one thread at a time.
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
  private boolean identified;

  void reset() {
    state = State.IDLE;
    verb = null;
    aboutUsers = false;
    identified = false;
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

  /** Words that are a string where SQL Server's EXEC takes an argument. */
  static boolean mayBeArgument(@Nullable Keyword word) {
    return word == null
        || !(word.isReserved()
            || word.isVerb()
            || word == Keyword.NULL
            || word == Keyword.OUT
            || word == Keyword.OUTPUT);
  }

  /** A value, or a secret that was hidden. */
  void value() {
    if (state != State.IDLE) {
      state = State.AFTER_SECRET;
    }
  }

  void separator(char c) {
    if (state != State.AFTER_SECRET) {
      state = State.IDLE;
    } else if (c == ',' && verb == Keyword.GRANT && identified) {
      state = State.SECRET_NEXT;
    }
  }

  void statementEnd() {
    reset();
  }

  void word(@Nullable Keyword word) {
    if (verb == null && word != null && word.isVerb()) {
      verb = word;
      aboutUsers = word == Keyword.SET || word == Keyword.CONNECT;
    }
    if (word == Keyword.IDENTIFIED) {
      state = State.IDENTIFIED;
      identified = true;
    } else if (announces(word)) {
      state = State.SECRET_NEXT;
    } else if (word == Keyword.FOR && state == State.SECRET_NEXT) {
      state = State.IDLE;
    } else if (isAboutUsers(word)) {
      aboutUsers = true;
    }
  }

  private boolean announces(@Nullable Keyword word) {
    if (word == null) {
      return false;
    }
    switch (word) {
      case BY:
        return state == State.IDENTIFIED;
      case REPLACE:
        return state == State.AFTER_SECRET;
      case PASSWORD:
        return aboutUsers;
      case USING:
        return verb == Keyword.CONNECT;
      case KEY:
      case REKEY:
        return verb == Keyword.PRAGMA;
      default:
        return false;
    }
  }

  private boolean isAboutUsers(@Nullable Keyword word) {
    boolean defines =
        verb == Keyword.CREATE
            || verb == Keyword.ALTER
            || verb == Keyword.MODIFY
            || verb == Keyword.GRANT;
    return defines
        && (word == Keyword.USER
            || word == Keyword.ROLE
            || word == Keyword.LOGIN
            || word == Keyword.LINK);
  }
}
