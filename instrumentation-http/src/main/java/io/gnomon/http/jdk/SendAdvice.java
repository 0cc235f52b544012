package io.gnomon.http.jdk;

import io.gnomon.bootstrap.ClientProbe;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code HttpClientImpl.sendAsync}, to which {@code send} and all the others lead. */
final class SendAdvice {

  private SendAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.Argument(0) @Nullable HttpRequest request) {
    return request == null || request.uri() == null
        ? null
        : ClientProbe.begun(
            null,
            request.method(),
            request.uri().getScheme(),
            request.uri().getHost(),
            request.uri().getPort(),
            request.uri().getRawPath());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object call,
      @Advice.Return(readOnly = false) @Nullable CompletableFuture<?> returned,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (call != null) {
      if (returned == null) {
        ClientProbe.ended(call, 0, null, thrown);
      } else {
        returned = (CompletableFuture<?>) ClientProbe.completing(call, returned);
      }
    }
  }
}
