package io.gnomon.jdbc.digest;

import org.jspecify.annotations.Nullable;

/**
 * Tells which word is a password though it looks like a name: what follows {@code IDENTIFIED BY}
 * and {@code AUTHENTICATED BY} anywhere, the {@code REPLACE} or {@code SET} after it and the
 * further ones of a GRANT, {@code PASSWORD} in statements about users, in SET and in CONNECT,
 * {@code USING} in CONNECT and the {@code NEW} and {@code CONFIRM} after it, the key of a PRAGMA or
 * an ATTACH, and the {@code SECRET} of a keystore. Where settings are given names, these are hidden
 * too, and so is who {@code SET ROLE} names. For one thread at a time.
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
  private boolean started;
  private boolean aboutUsers;
  private boolean identified;

  private boolean settingsAreNames;

  /** Whether this is a SET, or the SET of an ALTER, whose value may be a name. */
  private boolean sets;

  /** Whether the value of such a SET comes. */
  private boolean inSetting;

  /** A statement begins, of a database whose settings are given names or not. */
  void reset(boolean nowSettingsAreNames) {
    settingsAreNames = nowSettingsAreNames;
    state = State.IDLE;
    verb = null;
    started = false;
    aboutUsers = false;
    identified = false;
    sets = false;
    inSetting = false;
  }

  /** Whether the token that comes, which ends with a character, is a secret or a part of one. */
  boolean isSecret(int kind, @Nullable Keyword word, char end) {
    if (state != State.SECRET_NEXT || kind == SqlScanner.VALUE) {
      return false;
    }
    if (kind == SqlScanner.WORD) {
      return !isPassable(word) && word != Keyword.FOR;
    }
    return kind == SqlScanner.NAME
        || (kind == SqlScanner.OPERATOR && end != '=')
        || (kind == SqlScanner.PUNCTUATION && end == '@');
  }

  /** Whether the token that comes is a name that a setting is given. */
  boolean isSetting(int kind, @Nullable Keyword word) {
    if (!inSetting || (kind != SqlScanner.WORD && kind != SqlScanner.NAME)) {
      return false;
    }
    return word != Keyword.DEFAULT
        && word != Keyword.NONE
        && word != Keyword.NULL
        && word != Keyword.OFF
        && word != Keyword.ON
        && word != Keyword.TO;
  }

  /** Words that may stand between what announces a secret and the secret. */
  private static boolean isPassable(@Nullable Keyword word) {
    return word == Keyword.VALUES
        || word == Keyword.PASSWORD
        || word == Keyword.TO
        || word == Keyword.AS
        || word == Keyword.BY
        || word == Keyword.IMMEDIATELY
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
    started = true;
    if (state != State.IDLE) {
      state = State.AFTER_SECRET;
    }
  }

  void operator(char first) {
    inSetting |= sets && first == '=';
  }

  void separator(char c) {
    boolean opens = c == '(' && state == State.SECRET_NEXT;
    if (state != State.AFTER_SECRET && !opens) {
      state = State.IDLE;
    } else if (c == ',' && verb == Keyword.GRANT && identified) {
      state = State.SECRET_NEXT;
    }
  }

  /** A name or a keyword, which may be a part of a longer name. */
  void word(@Nullable Keyword word, boolean part) {
    if (!part) {
      word(word);
    } else if (isKeyOfPragma(word)) {
      state = State.SECRET_NEXT;
    }
  }

  private void word(@Nullable Keyword word) {
    if (word != null && verb == null && (word.isVerb() || (!started && startsSecretly(word)))) {
      verb = word;
      aboutUsers = word == Keyword.SET || word == Keyword.CONNECT || word == Keyword.VALIDATE;
      sets = settingsAreNames && word == Keyword.SET && !started;
    }
    started = true;
    if (word == Keyword.IDENTIFIED || word == Keyword.AUTHENTICATED) {
      state = State.IDENTIFIED;
      identified = true;
    } else if (announces(word)) {
      state = State.SECRET_NEXT;
    } else if (word == Keyword.FOR && state == State.SECRET_NEXT) {
      state = State.IDLE;
    } else if (word == Keyword.TABLE && verb == Keyword.ATTACH) {
      verb = word;
    } else if (isAboutUsers(word)) {
      aboutUsers = true;
    }
    setting(word);
  }

  private void setting(@Nullable Keyword word) {
    boolean alters = verb == Keyword.ALTER && aboutUsers;
    if (word == Keyword.SET && alters) {
      sets = settingsAreNames;
    } else if (word == Keyword.SEARCH_PATH || word == Keyword.PASSWORD) {
      sets = false;
    } else if (sets) {
      boolean user = word == Keyword.ROLE || word == Keyword.AUTHORIZATION;
      inSetting |= word == Keyword.TO || user;
    }
  }

  /** Statements with secrets whose first word is an operation to nobody else. */
  private static boolean startsSecretly(Keyword word) {
    return word == Keyword.ADMINISTER || word == Keyword.ATTACH || word == Keyword.VALIDATE;
  }

  private boolean announces(@Nullable Keyword word) {
    if (word == null) {
      return false;
    }
    boolean logsIn = verb == Keyword.CONNECT || verb == Keyword.ATTACH;
    switch (word) {
      case BY:
        return state == State.IDENTIFIED;
      case REPLACE:
        return state == State.AFTER_SECRET;
      case SET:
        return state == State.AFTER_SECRET && identified;
      case PASSWORD:
        return aboutUsers;
      case USING:
        return logsIn;
      case NEW:
      case CONFIRM:
        return logsIn && state == State.AFTER_SECRET;
      case SECRET:
        return verb == Keyword.ADMINISTER;
      case KEY:
        return verb == Keyword.ATTACH || isKeyOfPragma(word);
      default:
        return isKeyOfPragma(word);
    }
  }

  private boolean isKeyOfPragma(@Nullable Keyword word) {
    return verb == Keyword.PRAGMA
        && (word == Keyword.KEY
            || word == Keyword.REKEY
            || word == Keyword.HEXKEY
            || word == Keyword.HEXREKEY
            || word == Keyword.TEXTKEY
            || word == Keyword.TEXTREKEY);
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
            || word == Keyword.LINK
            || (verb == Keyword.ALTER && (word == Keyword.SYSTEM || word == Keyword.DATABASE)));
  }
}
