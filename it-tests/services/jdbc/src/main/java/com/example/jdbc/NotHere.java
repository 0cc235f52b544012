package com.example.jdbc;

/** The database has no such thing. */
final class NotHere extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotHere(String what) {
    super(what);
  }
}
