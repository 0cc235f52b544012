package com.example.clients;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp. */
final class OkHttpCalls {

  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .connectTimeout(Call.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
          .readTimeout(Call.TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
          .retryOnConnectionFailure(false)
          .build();

  void addTo(Map<String, Call> calls) {
    calls.put("okhttp", this::execute);
    calls.put("okhttp-async", this::enqueue);
  }

  private okhttp3.Call call(String url, Map<String, String> headers) {
    Request.Builder request = new Request.Builder().url(url);
    headers.forEach(request::header);
    return client.newCall(request.build());
  }

  private int execute(String url, Map<String, String> headers) throws IOException {
    try (Response response = call(url, headers).execute()) {
      return response.code();
    }
  }

  private int enqueue(String url, Map<String, String> headers) throws Exception {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    call(url, headers)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(okhttp3.Call call, IOException failure) {
                status.completeExceptionally(failure);
              }

              @Override
              public void onResponse(okhttp3.Call call, Response response) {
                response.close();
                status.complete(response.code());
              }
            });
    try {
      return status.get();
    } catch (ExecutionException e) {
      throw (IOException) e.getCause();
    }
  }
}
