package io.gnomon.jdbc.explain;

import java.util.Collections;
import java.util.Set;

/** A single SELECT that passed {@link SelectGuard}. Immutable. */
final class GuardedSelect {

  private final String text;
  private final int parameters;
  private final Set<String> names;
  private final Set<String> calls;

  GuardedSelect(String text, int parameters, Set<String> names, Set<String> calls) {
    this.text = text;
    this.parameters = parameters;
    this.names = Collections.unmodifiableSet(names);
    this.calls = Collections.unmodifiableSet(calls);
  }

  /** Written anew from the tokens that were judged: no comment, bind markers as {@code $1}. */
  String text() {
    return text;
  }

  /** How many bind markers it has. */
  int parameters() {
    return parameters;
  }

  /**
   * Each name and word in it, ASCII, without quotes: letters, digits, {@code _}, {@code $}, {@code
   * -} and blanks only. Unquoted ones in lower case.
   */
  Set<String> names() {
    return names;
  }

  /** Each word before a parenthesis, in lower case; a part of {@link #names()}. */
  Set<String> calls() {
    return calls;
  }
}
