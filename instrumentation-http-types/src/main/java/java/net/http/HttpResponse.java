package java.net.http;

/** As in Java 11. */
public interface HttpResponse<T> {

  /** The status. */
  int statusCode();

  /** Which HTTP it was. */
  HttpClient.Version version();
}
