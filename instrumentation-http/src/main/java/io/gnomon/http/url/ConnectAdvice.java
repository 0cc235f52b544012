package io.gnomon.http.url;

import io.gnomon.bootstrap.ClientProbe;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code connect} and {@code getOutputStream}: the call begins, or fails. */
final class ConnectAdvice {

  private ConnectAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.This HttpURLConnection connection) {
    return ClientProbe.connecting(
        connection,
        connection.getRequestMethod(),
        connection.getURL().getProtocol(),
        connection.getURL().getHost(),
        connection.getURL().getPort(),
        connection.getURL().getFile());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.This HttpURLConnection connection,
      @Advice.Enter @Nullable Object call,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (call != null) {
      ClientProbe.connected(call, connection.getRequestMethod(), thrown);
    }
  }
}
