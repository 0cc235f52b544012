package com.ibm.wsspi.http;

/** A connection as the web container sees it. */
public interface HttpInboundConnection {}
