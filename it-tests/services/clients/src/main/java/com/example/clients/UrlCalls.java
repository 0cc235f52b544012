package com.example.clients;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Map;

/** {@code HttpURLConnection}, in the ways that it is used. */
final class UrlCalls {

  private UrlCalls() {}

  static void addTo(Map<String, Call> calls) {
    calls.put("url", url -> status(open(url)));
    calls.put("url-connected", UrlCalls::connected);
    calls.put("url-post", UrlCalls::post);
    calls.put("url-stream", UrlCalls::stream);
  }

  private static HttpURLConnection open(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
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

  private static int connected(String url) throws IOException {
    HttpURLConnection connection = open(url);
    connection.connect();
    return status(connection);
  }

  private static int post(String url) throws IOException {
    HttpURLConnection connection = open(url);
    connection.setDoOutput(true);
    connection.getOutputStream().write('a');
    return status(connection);
  }

  private static int stream(String url) throws IOException {
    HttpURLConnection connection = open(url);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(1);
    connection.getOutputStream().write('a');
    return status(connection);
  }
}
