package io.gnomon.servlet.carriers;

import io.gnomon.core.urls.UrlPath;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the URL of a request. Of the path all but path parameters, which may be the id of
 * a session; of the query as much as was asked for. Both are bounded.
 */
final class Urls {

  static final int MAX_LENGTH = 1_024;
  static final String REDACTED = "REDACTED";

  /** Values that sign a request, as the conventions list them. */
  private static final String[] SIGNATURES = {
    "AWSAccessKeyId", "Signature", "sig", "X-Goog-Signature"
  };

  private Urls() {}

  /** The path of a URL, of its path and query, or of its path. */
  static @Nullable String path(@Nullable String url) {
    return UrlPath.of(url, MAX_LENGTH);
  }

  /** The query of a path and query, or null. */
  static @Nullable String queryOf(@Nullable String url) {
    int mark = url == null ? -1 : url.indexOf('?');
    return url == null || mark < 0 ? null : url.substring(mark + 1);
  }

  /** As much of a query as is told; null for nothing. */
  static @Nullable String query(@Nullable String query, FactSettings.Query told) {
    if (query == null || query.isEmpty() || told == FactSettings.Query.OFF) {
      return null;
    }
    StringBuilder text = new StringBuilder(Math.min(query.length(), MAX_LENGTH));
    int start = 0;
    while (start <= query.length() && text.length() < MAX_LENGTH) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      text.append(start == 0 ? "" : "&");
      parameter(text, query, start, end, told == FactSettings.Query.FULL);
      start = end + 1;
    }
    text.setLength(Math.min(text.length(), MAX_LENGTH));
    return text.toString();
  }

  /** What has no name may be a value. */
  private static void parameter(
      StringBuilder text, String query, int start, int end, boolean full) {
    int equals = query.indexOf('=', start);
    if (equals < 0 || equals >= end) {
      text.append(full || start == end ? query.substring(start, end) : REDACTED);
      return;
    }
    text.append(query, start, equals + 1);
    if (full && !isSignature(query, start, equals)) {
      text.append(query, equals + 1, end);
    } else {
      text.append(REDACTED);
    }
  }

  private static boolean isSignature(String query, int start, int equals) {
    for (String each : SIGNATURES) {
      if (each.length() == equals - start && query.startsWith(each, start)) {
        return true;
      }
    }
    return false;
  }
}
