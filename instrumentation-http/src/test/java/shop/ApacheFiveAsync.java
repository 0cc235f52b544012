package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;

/** Calls by Apache HttpClient 5, asynchronously. */
public final class ApacheFiveAsync implements BiFunction<String, Map<String, String>, Integer> {

  /** Ready to call. */
  public ApacheFiveAsync() {}

  @Override
  public Integer apply(String url, Map<String, String> headers) {
    SimpleHttpRequest request = new SimpleHttpRequest("GET", url);
    headers.forEach(request::setHeader);
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      return client.execute(request, null).get().getCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
