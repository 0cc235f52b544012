package jdk.internal.net.http;

import jdk.internal.net.http.common.HttpHeadersBuilder;

/** As from Java 11 to 27. */
public abstract class HttpRequestImpl {

  private HttpRequestImpl() {}

  /** Headers that the client itself adds. Not public in the JDK: for advice inside this class. */
  public abstract HttpHeadersBuilder getSystemHeadersBuilder();
}
