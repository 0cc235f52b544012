package com.ibm.wsspi.webcontainer.servlet;

import com.ibm.websphere.servlet.request.IRequest;

/** The servlet API's request. */
public interface IExtendedRequest {

  /**
   * What it was made of.
   *
   * @return it
   */
  IRequest getIRequest();
}
