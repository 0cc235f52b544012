package io.gnomon.jdbc.explain;

import java.util.Locale;

/** What became of a plan that was asked for: {@code gnomon.agent.explain.outcome}. */
enum Outcome {
  /** There is a plan. */
  PLAN,
  /** The connection is of no source that we know, or it is gone. */
  SKIPPED_NO_DATA_SOURCE,
  /** The application waits for connections of the pool. */
  SKIPPED_POOL_BUSY,
  /** Too many plans are waited for. */
  SKIPPED_TOO_MANY,
  /** The server is none that we ask. */
  SKIPPED_SERVER,
  /** No single SELECT, or one that can't be read for certain. */
  REFUSED_TEXT,
  /** A word that writes, locks or leads somewhere else. */
  REFUSED_WORD,
  /** A call of what is not known to be pure. */
  REFUSED_CALL,
  /** An operator that is not known. */
  REFUSED_OPERATOR,
  /** A type that is not known. */
  REFUSED_TYPE,
  /** A literal that two servers read in two ways. */
  REFUSED_LITERAL,
  /** A name that is more than letters, digits and the like. */
  REFUSED_NAME,
  /** A comment that the database obeys. */
  REFUSED_COMMENT,
  /** Bind markers, where the database can't plan without their values. */
  REFUSED_PARAMETERS,
  /** A view, or a table that hides a function. */
  REFUSED_RELATION,
  /** A function, an operator or a cast that the database's users made. */
  REFUSED_FUNCTION,
  /** A session that reads texts in a way of its own. */
  REFUSED_SESSION,
  /** There was no connection. */
  FAILED_CONNECTION,
  /** The database answered with an error. */
  FAILED_DATABASE,
  /** The database had no time left for the last question. */
  FAILED_TIME,
  /** The pool, its driver or we ourselves failed in a way that none should. */
  FAILED_OTHER,
  /** A plan whose literals can't be told from the rest. */
  FAILED_READING;

  /** As the attribute has it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
