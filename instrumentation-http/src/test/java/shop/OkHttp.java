package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BiFunction;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls by OkHttp. */
public final class OkHttp implements BiFunction<String, Map<String, String>, Integer> {

  /** Ready to call. */
  public OkHttp() {}

  @Override
  public Integer apply(String url, Map<String, String> headers) {
    Request.Builder request = new Request.Builder().url(url);
    headers.forEach(request::header);
    try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
      return response.code();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
