package io.gnomon.jdbc.explain;

/** There will be no plan. Has no stack, for it is a result and not a failure. */
final class NoPlanException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  final Outcome outcome;

  NoPlanException(Outcome outcome) {
    super(outcome.name(), null, false, false);
    this.outcome = outcome;
  }
}
