package com.ibm.websphere.servlet.request.extended;

import com.ibm.websphere.servlet.request.IRequest;
import com.ibm.wsspi.http.HttpInboundConnection;

/** A request that came over HTTP. */
public interface IRequestExtended extends IRequest {

  /**
   * The connection.
   *
   * @return it
   */
  HttpInboundConnection getHttpInboundConnection();
}
