package io.gnomon.core.spans;

/** What a span stands for. */
public enum SpanKind {
  /** The request itself. */
  SERVER,
  /** A query, or a call to another service. */
  CLIENT,
  /** A dispatch within the request. */
  INTERNAL
}
