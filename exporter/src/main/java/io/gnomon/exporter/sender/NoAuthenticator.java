package io.gnomon.exporter.sender;

import java.lang.reflect.InvocationTargetException;
import java.net.Authenticator;
import java.net.HttpURLConnection;

/** Keeps the application's Authenticator away from a connection of ours, on Java 9 and later. */
final class NoAuthenticator extends Authenticator {

  private static final NoAuthenticator INSTANCE = new NoAuthenticator();

  private NoAuthenticator() {}

  /** Sets it; Java 8 has no such method, there the application's is asked. */
  static void on(HttpURLConnection connection) {
    try {
      HttpURLConnection.class
          .getMethod("setAuthenticator", Authenticator.class)
          .invoke(connection, INSTANCE);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
