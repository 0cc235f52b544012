package io.gnomon.servlet.carriers;

import org.jspecify.annotations.Nullable;

/**
 * How each kind of carrier is read: paths of methods as for {@link Getter}, empty where it is not
 * told. The headers are the path to what has them, its methods that give the first and all lines of
 * a name, and, if lines are no texts, the type and method that give their text. Data only.
 */
enum Kind {
  TOMCAT(
      "org.apache.coyote.Request",
      "getMimeHeaders getHeader values",
      "requestURI",
      "queryString",
      "serverName",
      "getServerPort",
      "remoteAddr",
      "protocol",
      "method"),
  /** The path is the one that was sent: a forward replaces the others. */
  JETTY_9(
      "org.eclipse.jetty.server.HttpChannel",
      "getRequest/getHttpFields get getValuesList",
      "getRequest/getOriginalURI",
      "",
      "getRequest/getServerName",
      "getRequest/getServerPort",
      "getRequest/getRemoteAddr",
      "getRequest/getProtocol",
      "getRequest/getMethod"),
  JETTY_12(
      "org.eclipse.jetty.server.HttpChannel",
      "getRequest/getHeaders get getValuesList",
      "getRequest/getHttpURI/getPath",
      "getRequest/getHttpURI/getQuery",
      "getRequest/getServerName",
      "getRequest/getServerPort",
      "getRequest/getRemoteAddr",
      "getConnectionMetaData/getProtocol",
      "getRequest/getMethod"),
  /** The path has to be taken at the start: a forward replaces it for good. */
  UNDERTOW(
      "io.undertow.server.HttpServerExchange",
      "getRequestHeaders getFirst get",
      "getRequestURI",
      "getQueryString",
      "getHostName",
      "getHostPort",
      "getSourceAddress/getAddress/getHostAddress",
      "getProtocol",
      "getRequestMethod"),
  GRIZZLY(
      "org.glassfish.grizzly.http.server.Request",
      " getHeader getHeaders",
      "getRequestURI",
      "getQueryString",
      "getServerName",
      "getServerPort",
      "getRemoteAddr",
      "getProtocol/getProtocolString",
      "getMethod/getMethodString"),
  /** The carrier is the connection's, which may have gone on to its next request. */
  LIBERTY(
      "com.ibm.ws.http.dispatcher.internal.channel.HttpDispatcherLink",
      Kind.LIBERTY_MESSAGE + " getHeader getHeaders com.ibm.wsspi.genericbnf.HeaderField#asString",
      Kind.LIBERTY_MESSAGE + "/getRequestURI",
      Kind.LIBERTY_MESSAGE + "/getQueryString",
      Kind.LIBERTY_MESSAGE + "/getVirtualHost",
      Kind.LIBERTY_MESSAGE + "/getVirtualPort",
      "getRemoteHostAddress",
      Kind.LIBERTY_MESSAGE + "/getVersion",
      Kind.LIBERTY_MESSAGE + "/getMethod"),
  JAVAX("javax.servlet.http.HttpServletRequest"),
  JAKARTA("jakarta.servlet.http.HttpServletRequest");

  private static final String LIBERTY_MESSAGE =
      "getDeviceLink/getChannelAccessor/"
          + "com.ibm.wsspi.http.channel.HttpServiceContext#getRequest";

  final String typeName;
  final String headers;
  final String path;
  final String query;
  final String host;
  final String port;
  final String client;
  final String protocol;
  final String method;

  Kind(String servletRequest) {
    this(
        servletRequest,
        " getHeader getHeaders",
        "getRequestURI",
        "getQueryString",
        "getServerName",
        "getServerPort",
        "getRemoteAddr",
        "getProtocol",
        "getMethod");
  }

  Kind(
      String typeName,
      String headers,
      String path,
      String query,
      String host,
      String port,
      String client,
      String protocol,
      String method) {
    this.typeName = typeName;
    this.headers = headers;
    this.path = path;
    this.query = query;
    this.host = host;
    this.port = port;
    this.client = client;
    this.protocol = protocol;
    this.method = method;
  }

  /** Whether what a carrier tells at the end of a request is surely of that request. */
  boolean isOneRequest() {
    return this != LIBERTY;
  }

  /** Whether the path that was sent is told at the start alone. */
  boolean losesPath() {
    return this == UNDERTOW;
  }

  /** The type of this kind that a class is or inherits, or null. */
  @Nullable Class<?> of(Class<?> type) {
    Class<?> found = Types.find(type, typeName);
    if (found == null) {
      return null;
    }
    boolean wrong =
        this == JETTY_9 ? found.isInterface() : this == JETTY_12 && !found.isInterface();
    return wrong ? null : found;
  }
}
