package io.gnomon.http.url;

import io.gnomon.bootstrap.ClientProbe;
import java.io.InputStream;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code getInputStream}, to which all leads that asks for the response: the call ends. */
final class ReadAdvice {

  private ReadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(
      @Advice.This HttpURLConnection connection,
      @Advice.FieldValue("inputStream") @Nullable InputStream read,
      @Advice.FieldValue("rememberedException") @Nullable Exception failed) {
    return read != null || failed != null
        ? null
        : ClientProbe.connecting(
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
      @Advice.FieldValue("responseCode") int status,
      @Advice.Enter @Nullable Object call,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (call != null) {
      ClientProbe.read(call, connection.getRequestMethod(), status, thrown);
    }
  }
}
