package com.example.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Requests that are all in flight until another one lets them go. */
final class HeldPages {

  private static final List<AsyncContext> HELD = new ArrayList<>();

  private HeldPages() {}

  static void hold(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    synchronized (HELD) {
      HELD.add(async);
    }
  }

  /** Answers all that are held, and says how many they were. */
  static void release(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<AsyncContext> all;
    synchronized (HELD) {
      all = new ArrayList<>(HELD);
      HELD.clear();
    }
    for (AsyncContext each : all) {
      Pages.text((HttpServletResponse) each.getResponse(), "let go");
      each.complete();
    }
    Pages.text(response, String.valueOf(all.size()));
  }
}
