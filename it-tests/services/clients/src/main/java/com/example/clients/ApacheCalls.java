package com.example.clients;

import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.util.Timeout;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Apache HttpClient 4 and 5. */
final class ApacheCalls {

  private final CloseableHttpClient four;
  private final org.apache.hc.client5.http.impl.classic.CloseableHttpClient five;
  private final CloseableHttpAsyncClient fiveAsync;

  ApacheCalls() {
    four =
        HttpClients.custom()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectTimeout(Call.TIMEOUT_MILLIS)
                    .setSocketTimeout(Call.TIMEOUT_MILLIS)
                    .build())
            .disableAutomaticRetries()
            .build();
    org.apache.hc.client5.http.config.RequestConfig config =
        org.apache.hc.client5.http.config.RequestConfig.custom()
            .setResponseTimeout(Timeout.ofMilliseconds(Call.TIMEOUT_MILLIS))
            .build();
    five =
        org.apache.hc.client5.http.impl.classic.HttpClients.custom()
            .setDefaultRequestConfig(config)
            .disableAutomaticRetries()
            .build();
    fiveAsync =
        HttpAsyncClients.custom().setDefaultRequestConfig(config).disableAutomaticRetries().build();
    fiveAsync.start();
  }

  void addTo(Map<String, Call> calls) {
    calls.put("apache4", this::four);
    calls.put("apache5", this::five);
    calls.put("apache5-async", this::fiveAsync);
  }

  private int four(String url, Map<String, String> headers) throws Exception {
    HttpGet request = new HttpGet(url);
    headers.forEach(request::setHeader);
    try (CloseableHttpResponse response = four.execute(request)) {
      return response.getStatusLine().getStatusCode();
    }
  }

  private int five(String url, Map<String, String> headers) throws Exception {
    org.apache.hc.client5.http.classic.methods.HttpGet request =
        new org.apache.hc.client5.http.classic.methods.HttpGet(url);
    headers.forEach(request::setHeader);
    try (org.apache.hc.client5.http.impl.classic.CloseableHttpResponse response =
        five.execute(request)) {
      return response.getCode();
    }
  }

  private int fiveAsync(String url, Map<String, String> headers) throws Exception {
    SimpleHttpRequest request = new SimpleHttpRequest("GET", url);
    headers.forEach(request::setHeader);
    try {
      SimpleHttpResponse response = fiveAsync.execute(request, null).get(10, TimeUnit.SECONDS);
      return response.getCode();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception
          ? (Exception) e.getCause()
          : new InterruptedIOException(e.toString());
    }
  }
}
