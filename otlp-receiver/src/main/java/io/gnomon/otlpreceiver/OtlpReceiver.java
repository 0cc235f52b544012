package io.gnomon.otlpreceiver;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Receives OTLP over HTTP and gRPC on the loopback interface, keeps what arrived, and answers as
 * scripted. All methods may be called from any thread; what they give is a snapshot.
 */
public final class OtlpReceiver implements AutoCloseable {

  private static final long POLL_MILLIS = 20;

  private final Script script = new Script();
  private final Store store = new Store();
  private final HttpEndpoint http;
  private final GrpcEndpoint grpc;

  private OtlpReceiver(int port) throws IOException {
    Intake intake = new Intake(script, store);
    http = new HttpEndpoint(port, intake);
    grpc = new GrpcEndpoint(intake);
  }

  /**
   * Starts on free ports.
   *
   * @return the receiver, listening
   * @throws IOException if it can't listen
   */
  public static OtlpReceiver start() throws IOException {
    return start(0);
  }

  /**
   * Starts on a port for HTTP; gRPC takes a free one.
   *
   * @param port of HTTP; 0 for a free one
   * @return the receiver, listening
   * @throws IOException if it can't listen
   */
  public static OtlpReceiver start(int port) throws IOException {
    return new OtlpReceiver(port);
  }

  /**
   * Where to send with {@code http/protobuf}.
   *
   * @return as {@code http://127.0.0.1:4318}
   */
  public String httpEndpoint() {
    return "http://127.0.0.1:" + http.port();
  }

  /**
   * Where to send with {@code grpc}.
   *
   * @return as {@code http://127.0.0.1:4317}
   */
  public String grpcEndpoint() {
    return "http://127.0.0.1:" + grpc.port();
  }

  /**
   * Scripts the next requests of a signal, after those already scripted.
   *
   * @param signal which
   * @param times how many requests
   * @param answer how they are answered
   */
  public void answerNext(Signal signal, int times, Answer answer) {
    script.next(signal, times, answer);
  }

  /**
   * Scripts all requests of a signal that are not scripted one by one, until {@link
   * #resetAnswers()}.
   *
   * @param signal which
   * @param answer how they are answered
   */
  public void answerAlways(Signal signal, Answer answer) {
    script.always(signal, answer);
  }

  /** Everything is accepted again. A request that hangs goes on to hang. */
  public void resetAnswers() {
    script.reset();
  }

  /** Forgets what arrived. */
  public void clear() {
    store.clear();
  }

  /**
   * All requests of a signal, taken or not, oldest first.
   *
   * @param signal which
   * @return a snapshot
   */
  public List<ReceivedRequest> requests(Signal signal) {
    return store.requests(each -> each.signal() == signal);
  }

  /**
   * The requests of a signal whose data was taken.
   *
   * @param signal which
   * @return a snapshot
   */
  public List<ReceivedRequest> accepted(Signal signal) {
    return store.requests(each -> each.signal() == signal && each.answer().kind().taken());
  }

  /**
   * The names of all metrics that arrived.
   *
   * @return sorted
   */
  public Set<String> metricNames() {
    return store.totals(any -> true).stream()
        .map(MetricPoint::metric)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Every point that arrived, oldest first.
   *
   * @param metric its name
   * @param attributes that it has at least, values as texts
   * @return a snapshot
   */
  public List<MetricPoint> points(String metric, Map<String, String> attributes) {
    return store.points(each -> each.matches(metric, attributes));
  }

  /**
   * One point per series, with the value and distribution of all that arrived of it: the latest
   * cumulative point (added up over start times), or all delta points together.
   *
   * @param metric its name
   * @param attributes that it has at least, values as texts
   * @return a snapshot
   */
  public List<MetricPoint> series(String metric, Map<String, String> attributes) {
    return store.totals(each -> each.matches(metric, attributes));
  }

  /**
   * The value of all series together; of histograms the count.
   *
   * @param metric its name
   * @param attributes that they have at least, values as texts
   * @return 0 if there are none
   */
  public double sum(String metric, Map<String, String> attributes) {
    return series(metric, attributes).stream().mapToDouble(MetricPoint::value).sum();
  }

  /**
   * The values of all series of a histogram together.
   *
   * @param metric its name
   * @param attributes that they have at least, values as texts
   * @return empty if there are none
   */
  public Distribution distribution(String metric, Map<String, String> attributes) {
    Distribution all = Distribution.EMPTY;
    for (MetricPoint point : series(metric, attributes)) {
      Distribution one = point.distribution();
      all = one == null ? all : all.plus(one);
    }
    return all;
  }

  /**
   * All log records.
   *
   * @return a snapshot, oldest first
   */
  public List<ReceivedLog> logs() {
    return store.logs(any -> true);
  }

  /**
   * The log records of one event.
   *
   * @param eventName as {@code gnomon.db.slow_query}
   * @return a snapshot, oldest first
   */
  public List<ReceivedLog> logs(String eventName) {
    return store.logs(each -> each.eventName().equals(eventName));
  }

  /**
   * All spans.
   *
   * @return a snapshot, oldest first
   */
  public List<ReceivedSpan> spans() {
    return store.spans();
  }

  /**
   * All spans by their trace.
   *
   * @return a snapshot, by the arrival of their first span; not checked, see {@link
   *     ReceivedTrace#assertWellFormed}
   */
  public List<ReceivedTrace> traces() {
    return ReceivedTrace.of(spans());
  }

  /**
   * One trace.
   *
   * @param traceId 32 digits
   * @return a snapshot
   * @throws AssertionError if no span of it arrived
   */
  public ReceivedTrace trace(String traceId) {
    return traces().stream()
        .filter(trace -> trace.traceId().equals(traceId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no trace " + traceId + "; got " + summary()));
  }

  /**
   * Every exemplar that arrived, once, though points carried it again.
   *
   * @param metric its name
   * @param attributes that its series has at least, values as texts
   * @return a snapshot, oldest first
   */
  public List<ReceivedExemplar> exemplars(String metric, Map<String, String> attributes) {
    return points(metric, attributes).stream()
        .flatMap(point -> point.exemplars().stream())
        .distinct()
        .toList();
  }

  /**
   * How much of a signal was taken: what came over HTTP as it was on the wire, compressed or not;
   * what came over gRPC unpacked.
   *
   * @param signal which
   * @return bytes of all bodies
   */
  public long bytes(Signal signal) {
    return store.bytes(signal);
  }

  /**
   * Waits until a condition holds; it is asked many times a second.
   *
   * @param what for the message of a failure
   * @param atMost how long
   * @param condition asked on the calling thread
   * @throws AssertionError if it does not come to hold
   */
  public void await(String what, Duration atMost, BooleanSupplier condition) {
    long deadlineNanos = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadlineNanos >= 0) {
        throw new AssertionError("not within " + atMost + ": " + what + "; got " + summary());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, interrupted);
      }
    }
  }

  private String summary() {
    return requests(Signal.METRICS).size()
        + " metric requests with "
        + metricNames()
        + ", "
        + logs().size()
        + " log records, "
        + spans().size()
        + " spans";
  }

  @Override
  public void close() {
    http.close();
    grpc.close();
  }
}
