package jdk.internal.net.http.common;

import java.util.List;
import java.util.Map;

/** As from Java 11 to 27. */
public abstract class HttpHeadersBuilder {

  private HttpHeadersBuilder() {}

  /** By name, whatever its case. */
  public abstract Map<String, List<String>> map();

  /** Sets a header, in place of one of that name. */
  public abstract void setHeader(String name, String value);
}
