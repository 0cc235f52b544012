package com.example.jdbc;

/** What the databases in this JVM call as stored procedures. */
public final class Procedures {

  private Procedures() {}

  /**
   * Gives what it is given.
   *
   * @param a any
   * @return the same
   */
  public static int same(int a) {
    return a;
  }

  /**
   * Does nothing.
   *
   * @param a any
   */
  public static void nothing(int a) {}
}
