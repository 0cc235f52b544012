package com.example.shop;

/** An application's class, as a caller's stack shows it. */
public final class Orders {

  private Orders() {}

  /** Runs what it is given, one frame deep. */
  public static void find(Runnable query) {
    query.run();
  }

  /** An exception that was made here. */
  public static IllegalStateException failure(String message) {
    return new IllegalStateException(message);
  }
}
