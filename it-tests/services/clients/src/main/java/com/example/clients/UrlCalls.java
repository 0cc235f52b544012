package com.example.clients;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

/** {@code HttpURLConnection}, in the ways that it is used. */
final class UrlCalls {

  private UrlCalls() {}

  static void addTo(Map<String, Call> calls) {
    calls.put("url", (url, headers) -> status(open(url, headers)));
    calls.put("url-connected", UrlCalls::connected);
    calls.put("url-post", UrlCalls::post);
    calls.put("url-stream", UrlCalls::stream);
  }

  private static HttpURLConnection open(String url, Map<String, String> headers)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    headers.forEach(connection::setRequestProperty);
    connection.setConnectTimeout(Call.TIMEOUT_MILLIS);
    connection.setReadTimeout(Call.TIMEOUT_MILLIS);
    return connection;
  }

  private static int status(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    connection.getHeaderField("Content-Length");
    if (status < 400) {
      connection.getInputStream().close();
    }
    return status;
  }

  private static int connected(String url, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open(url, headers);
    connection.connect();
    return status(connection);
  }

  private static int post(String url, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open(url, headers);
    connection.setDoOutput(true);
    connection.getOutputStream().write('a');
    return status(connection);
  }

  private static int stream(String url, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open(url, headers);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(1);
    connection.getOutputStream().write('a');
    return status(connection);
  }
}
