package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Calls by Apache HttpClient 5. */
public final class ApacheFive implements BiFunction<String, Map<String, String>, Integer> {

  /** Ready to call. */
  public ApacheFive() {}

  @Override
  public Integer apply(String url, Map<String, String> headers) {
    HttpGet request = new HttpGet(url);
    headers.forEach(request::setHeader);
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response = client.execute(request)) {
      return response.getCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
