package com.ibm.wsspi.channelfw;

/** One side of a connection in a chain of channels. */
public interface ConnectionLink {

  /**
   * What the channel below offers.
   *
   * @return of HTTP, a {@code HttpServiceContext}
   */
  Object getChannelAccessor();
}
