package com.ibm.ws.http.dispatcher.internal.channel;

import com.ibm.wsspi.channelfw.ConnectionLink;
import com.ibm.wsspi.http.HttpInboundConnection;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What hands the requests of a connection to applications, one after another. */
public abstract class HttpDispatcherLink implements HttpInboundConnection {

  /** There is none to be made. */
  private HttpDispatcherLink() {}

  /**
   * What parses.
   *
   * @return the link below
   */
  public abstract ConnectionLink getDeviceLink();

  /**
   * The request.
   *
   * @return null once the connection is gone
   */
  public abstract @Nullable HttpRequest getRequest();

  /**
   * The response.
   *
   * @return null once the connection is gone
   */
  public abstract @Nullable HttpResponse getResponse();
}
