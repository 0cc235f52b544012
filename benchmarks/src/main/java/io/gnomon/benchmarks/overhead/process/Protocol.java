package io.gnomon.benchmarks.overhead.process;

/** How an agent sends, and how it can be seen that it did its work. */
public enum Protocol {
  /** OTLP over HTTP. */
  OTLP("/v1/", 200, "", "http.server.request.duration"),
  /** The intake of Elastic's APM server. */
  ELASTIC("/intake/", 202, "", "\"transaction\""),
  /** The trace API of Datadog's local agent. */
  DATADOG("/v0.", 200, "{}", "servlet.request");

  private final String prefix;
  private final int status;
  private final String answer;
  private final String proof;

  Protocol(String prefix, int status, String answer, String proof) {
    this.prefix = prefix;
    this.status = status;
    this.answer = answer;
    this.proof = proof;
  }

  String prefix() {
    return prefix;
  }

  int status() {
    return status;
  }

  String answer() {
    return answer;
  }

  String proof() {
    return proof;
  }
}
