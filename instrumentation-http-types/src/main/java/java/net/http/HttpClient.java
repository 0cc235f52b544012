package java.net.http;

/** As in Java 11. */
public abstract class HttpClient {

  /** Never made. */
  protected HttpClient() {}

  /** As in Java 11; later ones have more. */
  public enum Version {
    /** HTTP/1.1. */
    HTTP_1_1,
    /** HTTP/2. */
    HTTP_2
  }
}
