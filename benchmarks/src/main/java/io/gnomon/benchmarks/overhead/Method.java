package io.gnomon.benchmarks.overhead;

import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.process.Load;
import java.util.Locale;

/** How it was measured, in words. */
final class Method {

  private Method() {}

  static String text(Options options) {
    return String.format(
        Locale.ROOT,
        """
        ## How it is measured

        Rounds under load: %d. Each starts the service anew under each contender in turn, and begins
        with another contender than the one before; with H2, and then with PostgreSQL (a server of
        its own on this machine, whose CPU is not counted). Routes: `/hello` no query; `/one`, `/ten`,
        `/hundred` so many prepared queries (prepare, execute, read, close); `/literals` ten queries
        with literals never seen before. The first response is that of `/one`. Passes over
        all routes: %d to warm up, then %d that are measured; in each, each route is asked a fixed
        number of times by %d clients that wait for each answer. Then, with H2, `/ten` is asked
        %d times per second for %d s (open loop): latency counts from when a request was meant to be
        sent.

        Rounds of starts: %d. In each the service is started once more, left alone until %d s after
        its start, and asked for `/kept` %d times per second: ten prepared queries, and an answer of 502. That
        is a rate at which every agent keeps up, so that every one of these requests is exported as a
        trace by those that export traces: see the spans per request. Gnomon has
        `%s` there, for it would else keep 20 per second. On the
        other routes all agents have their default settings but for endpoint and protocol (to a local
        sink that takes everything). Each is checked to have told of the service's requests. The list
        at the top says what each exported: an agent that exports no traces does less work than one
        that does, and is to be compared with OpenTelemetry without traces.

        CPU per request is that of all threads of the process, as the kernel's scheduler counts it
        per thread, less that of the JIT compiler, which is told by itself: it is no cost of a
        request, and it ends. The garbage collector and agents' own threads are in it. Serving
        threads are Tomcat's workers alone. Allocated bytes are those of all Java threads.
        OpenTelemetry's span queue overflows at saturation, and what it drops it does not pay for:
        at a rate where it keeps all spans it costs more per request than is shown; `/kept` is one.

        The heap is touched whole at the start (no agent can make the JVM take more or less of it),
        so RSS differs by what lies outside of it; what an agent holds on the heap has to be added,
        as the row below RSS does. Of the jar, the second row adds up the compressed sizes of those
        entries whose classes a JVM loaded in which every route was asked and that was stopped;
        gRPC isn't chosen. Client, sink, PostgreSQL and service share the machine's processors:
        throughput and latency compare contenders, nothing else.
        """,
        options.rounds(),
        options.warmUpPasses(),
        options.passes(),
        Load.CLOSED_CLIENTS,
        options.ratePerSecond(),
        options.latencySeconds(),
        options.starts(),
        Figure.SETTLED_SECONDS,
        KeptRun.RATE_PER_SECOND,
        KeptRun.CAP.substring(2));
  }
}
