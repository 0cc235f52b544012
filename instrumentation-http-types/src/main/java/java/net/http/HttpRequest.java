package java.net.http;

import java.net.URI;

/** As in Java 11. */
public abstract class HttpRequest {

  /** Never made. */
  protected HttpRequest() {}

  /** Its method. */
  public abstract String method();

  /** Where it goes. */
  public abstract URI uri();
}
