package io.gnomon.http;

import io.gnomon.bootstrap.ClientHandler;
import io.gnomon.bootstrap.Slot;
import io.gnomon.core.Core;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.propagation.Injection;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The handler behind advice in HTTP clients. Any thread; lock-free, but for the turns of a record
 * that several threads write to. Allocates for each call, and nothing where there is none.
 */
public final class ClientCalls extends ClientHandler {

  /** The part that failures of ours are counted under. */
  public static final String PART = "http-client";

  /** In place of what is not known. */
  static final String OTHER = "_OTHER";

  private final Clock clock;
  private final Failures failures;
  private final Injection injection;
  private final ClientSeries series;
  private final UrlConnections connections;
  private final String[] names;

  /**
   * A handler.
   *
   * @param core where durations and failures go
   * @param injection what services that are called are told
   * @param clock read at the begin and end of each call
   */
  public ClientCalls(Core core, Injection injection, Clock clock) {
    this.clock = clock;
    this.failures = core.failures();
    this.injection = injection;
    this.series = new ClientSeries(clock, core.metrics());
    this.connections = new UrlConnections(this);
    this.names = injection.names();
  }

  @Override
  protected void failed(Throwable failure) {
    failures.caught(PART, failure);
  }

  @Override
  protected String[] names() {
    return names;
  }

  @Override
  protected void captured(Object bearer) {
    if (bearer instanceof Slot && ((Slot) bearer).gnomon$slot() == null) {
      Origin origin = origin(ThreadState.current());
      ((Slot) bearer).gnomon$slot(origin == null ? this : origin);
    }
  }

  private static @Nullable Origin origin(ThreadState thread) {
    RequestRecord record = thread.request();
    return record == null ? null : new Origin(record, thread.generation(), thread.span());
  }

  @Override
  protected @Nullable Object begun(
      @Nullable Object bearer,
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String path) {
    ThreadState thread = ThreadState.current();
    if (thread.calls().isMuted()) {
      return null;
    }
    Object captured = bearer instanceof Slot ? ((Slot) bearer).gnomon$slot() : null;
    Origin origin =
        captured == null ? origin(thread) : captured instanceof Origin ? (Origin) captured : null;
    OutgoingCall call =
        new OutgoingCall(
            method,
            Target.of(scheme, host, port),
            origin == null ? null : Target.bounded(path, Target.MAX_PATH_LENGTH),
            origin,
            clock.nanoTime());
    enter(thread, call);
    return call;
  }

  /** The thread is in a call from now on. */
  void enter(ThreadState thread, OutgoingCall call) {
    call.around((OutgoingCall) thread.outgoing());
    thread.outgoing(call);
  }

  @Override
  protected String @Nullable [] headers(@Nullable Object told) {
    OutgoingCall call = (OutgoingCall) (told == null ? ThreadState.current().outgoing() : told);
    Origin origin = call == null ? null : call.origin();
    if (call == null || origin == null) {
      return null;
    }
    RequestRecord record = origin.record();
    int turn = record.enter(origin.generation());
    if (turn == 0) {
      return null;
    }
    try {
      if (injection.ownSpans()) {
        call.open(record, origin.parent());
      }
      return injection.headers(record, call.parentOfDownstream(record));
    } finally {
      record.leave(turn);
    }
  }

  @Override
  protected void left(@Nullable Object told) {
    ThreadState thread = ThreadState.current();
    OutgoingCall call = (OutgoingCall) told;
    if (call != null && thread.outgoing() == call) {
      thread.outgoing(call.around());
      call.around(null);
    }
  }

  @Override
  protected void ended(
      @Nullable Object told, int answered, @Nullable String protocol, @Nullable Throwable thrown) {
    left(told);
    OutgoingCall call = (OutgoingCall) told;
    int status = Outcome.status(answered);
    if (call == null || !call.end(status)) {
      return;
    }
    long elapsedNanos = clock.nanoTime() - call.startNanos();
    String error = Outcome.error(status, thrown);
    String version = Outcome.version(protocol);
    call.answered(version, series.record(call, status, error, version, elapsedNanos));
    Origin origin = call.origin();
    if (origin != null && injection.ownSpans()) {
      close(call, origin, elapsedNanos, error);
    }
  }

  private static void close(
      OutgoingCall call, Origin origin, long elapsedNanos, @Nullable String error) {
    RequestRecord record = origin.record();
    int turn = record.enter(origin.generation());
    if (turn != 0) {
      try {
        call.open(record, origin.parent());
        call.close(record, elapsedNanos, error);
      } finally {
        record.leave(turn);
      }
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"}) // It is what the application gets.
  protected Object completing(Object told, Object future) {
    left(told);
    return ((CompletableFuture<Object>) future).whenComplete(new Completion(this, told));
  }

  @Override
  protected void awaited(Object call, Object callback) {
    if (callback instanceof Slot) {
      ((Slot) callback).gnomon$slot(call);
    }
  }

  @Override
  protected void answered(
      Object callback, int status, @Nullable String protocol, @Nullable Throwable thrown) {
    Object call = callback instanceof Slot ? ((Slot) callback).gnomon$slot() : null;
    if (call instanceof OutgoingCall) {
      ((Slot) callback).gnomon$slot(null);
      ended(call, status, protocol, thrown);
    }
  }

  @Override
  protected @Nullable Object connecting(
      Object connection,
      @Nullable String method,
      @Nullable String scheme,
      @Nullable String host,
      int port,
      @Nullable String path) {
    return connections.connecting(connection, method, scheme, host, port, path);
  }

  @Override
  protected void connected(Object call, @Nullable String method, @Nullable Throwable thrown) {
    connections.connected((OutgoingCall) call, method, thrown);
  }

  @Override
  protected void read(
      Object call, @Nullable String method, int status, @Nullable Throwable thrown) {
    connections.read((OutgoingCall) call, method, status, thrown);
  }
}
