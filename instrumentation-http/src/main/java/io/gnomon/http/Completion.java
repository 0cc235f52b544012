package io.gnomon.http;

import java.net.http.HttpResponse;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ends a call of the JDK's client when its future is completed. Loaded from Java 11 on. */
final class Completion implements BiConsumer<Object, @Nullable Throwable> {

  private final ClientCalls calls;
  private final Object call;

  Completion(ClientCalls calls, Object call) {
    this.calls = calls;
    this.call = call;
  }

  /** What leaves it would be the outcome that the application sees: nothing does. */
  @Override
  public void accept(@Nullable Object response, @Nullable Throwable thrown) {
    try {
      if (response instanceof HttpResponse) {
        HttpResponse<?> answer = (HttpResponse<?>) response;
        calls.ended(call, answer.statusCode(), answer.version().name(), null);
      } else {
        calls.ended(call, 0, null, thrown);
      }
    } catch (Throwable failure) {
      calls.failed(failure);
    }
  }
}
