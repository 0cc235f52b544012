package io.gnomon.http;

import io.gnomon.core.request.ThreadState;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpURLConnection}, whose methods connect, send and read one after another or all in one,
 * and call each other. What has only connected or sent so far waits at its thread, one call at a
 * time, since a class of the JDK's can't have a slot: a thread that uses several connections in
 * turns has a call begin where it reads.
 */
final class UrlConnections {

  private static final String PROTOCOL = "HTTP/1.1";

  private final ClientCalls calls;

  UrlConnections(ClientCalls calls) {
    this.calls = calls;
  }

  @Nullable OutgoingCall connecting(
      Object connection,
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String path) {
    ThreadState thread = ThreadState.current();
    OutgoingCall around = (OutgoingCall) thread.outgoing();
    if (around != null && around.isOf(connection)) {
      return null;
    }
    OutgoingCall waiting = (OutgoingCall) thread.waitingCall();
    if (waiting != null && waiting.isOf(connection)) {
      calls.enter(thread, waiting);
      return waiting;
    }
    OutgoingCall call = (OutgoingCall) calls.begun(null, method, scheme, host, port, path);
    if (call != null) {
      call.of(connection);
    }
    return call;
  }

  void connected(OutgoingCall call, @Nullable String method, @Nullable Throwable thrown) {
    leave(call, method);
    if (thrown == null) {
      ThreadState.current().waitingCall(call);
    } else {
      failed(call, thrown);
    }
  }

  void read(OutgoingCall call, @Nullable String method, int status, @Nullable Throwable thrown) {
    leave(call, method);
    if (status <= 0 && thrown != null) {
      failed(call, thrown);
    } else {
      calls.ended(call, status, PROTOCOL, thrown);
    }
  }

  /** A method was called that makes no sense on this connection: that is no call. */
  private void failed(OutgoingCall call, Throwable thrown) {
    if (!(thrown instanceof ProtocolException)) {
      calls.ended(call, 0, null, thrown);
    }
  }

  private void leave(OutgoingCall call, @Nullable String method) {
    ThreadState.current().waitingCall(null);
    calls.left(call);
    if (method != null) {
      call.method(method);
    }
  }
}
