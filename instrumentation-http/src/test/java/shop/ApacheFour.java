package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Calls by Apache HttpClient 4. */
public final class ApacheFour implements BiFunction<String, Map<String, String>, Integer> {

  /** Ready to call. */
  public ApacheFour() {}

  @Override
  public Integer apply(String url, Map<String, String> headers) {
    HttpGet request = new HttpGet(url);
    headers.forEach(request::setHeader);
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response = client.execute(request)) {
      return response.getStatusLine().getStatusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
