package java.net.http;

import java.util.List;
import java.util.Map;

/** As in Java 11, where it is final. */
public abstract class HttpHeaders {

  private HttpHeaders() {}

  /** By name, whatever its case. */
  public abstract Map<String, List<String>> map();
}
