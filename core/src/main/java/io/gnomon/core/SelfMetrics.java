package io.gnomon.core;

import io.gnomon.core.events.EventQueue;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.nplusone.NPlusOne;
import io.gnomon.core.request.Requests;
import io.gnomon.core.spans.SpanRoom;
import io.gnomon.core.traces.Traces;
import java.util.function.LongSupplier;

/** What the core tells about what it dropped; classes, not lambdas, to start up light. */
final class SelfMetrics {

  private SelfMetrics() {}

  static void register(Metrics metrics, EventQueue events, Requests requests, NPlusOne nPlusOne) {
    metrics.observe(
        count("gnomon.agent.events.dropped", "{event}", "Events dropped, the queue being full."),
        new DroppedEvents(events));
    metrics.observe(
        count("gnomon.agent.late_writes", "{write}", "Writes to a request that had ended."),
        new LateWrites(requests));
    metrics.observe(
        count(
            "gnomon.agent.route.overflows",
            "{request}",
            "Requests told with the route _OTHER, there being too many routes."),
        new RouteOverflows(requests));
    metrics.observe(
        count(
            "gnomon.agent.spans.past_bound",
            "{span}",
            "Spans only counted, their request having gnomon.traces.max-spans already."),
        new SpansPastBound(requests.room()));
    metrics.observe(
        count(
            "gnomon.agent.spans.without_room",
            "{span}",
            "Spans only counted, all chunks of the room that requests share being in use."),
        new SpansWithoutRoom(requests.room()));
    metrics.observe(
        Instrument.number(
            Instrument.Kind.GAUGE,
            "gnomon.agent.spans.chunks",
            "{chunk}",
            "Chunks of 32 spans that running requests use."),
        new ChunksInUse(requests.room()));
    metrics.observe(
        count(
            "gnomon.agent.n_plus_one.queries_not_kept",
            "{query}",
            "Queries not looked at for N+1: their request or unit of work had too many others."),
        new RunsNotKept(nPlusOne));
  }

  static void register(Metrics metrics, Traces traces) {
    metrics.observe(
        count(
            "gnomon.agent.traces.dropped",
            "{trace}",
            "Traces that were kept and then dropped, the queue to the exporter being full."),
        new DroppedTraces(traces));
  }

  private static Instrument count(String name, String unit, String description) {
    return Instrument.number(Instrument.Kind.COUNTER, name, unit, description);
  }

  private static final class DroppedEvents implements LongSupplier {

    private final EventQueue events;

    DroppedEvents(EventQueue events) {
      this.events = events;
    }

    @Override
    public long getAsLong() {
      return events.dropped();
    }
  }

  private static final class LateWrites implements LongSupplier {

    private final Requests requests;

    LateWrites(Requests requests) {
      this.requests = requests;
    }

    @Override
    public long getAsLong() {
      return requests.lateWrites();
    }
  }

  private static final class RouteOverflows implements LongSupplier {

    private final Requests requests;

    RouteOverflows(Requests requests) {
      this.requests = requests;
    }

    @Override
    public long getAsLong() {
      return requests.routeOverflows();
    }
  }

  private static final class SpansPastBound implements LongSupplier {

    private final SpanRoom room;

    SpansPastBound(SpanRoom room) {
      this.room = room;
    }

    @Override
    public long getAsLong() {
      return room.pastBound();
    }
  }

  private static final class SpansWithoutRoom implements LongSupplier {

    private final SpanRoom room;

    SpansWithoutRoom(SpanRoom room) {
      this.room = room;
    }

    @Override
    public long getAsLong() {
      return room.withoutChunk();
    }
  }

  private static final class ChunksInUse implements LongSupplier {

    private final SpanRoom room;

    ChunksInUse(SpanRoom room) {
      this.room = room;
    }

    @Override
    public long getAsLong() {
      return room.chunksInUse();
    }
  }

  private static final class DroppedTraces implements LongSupplier {

    private final Traces traces;

    DroppedTraces(Traces traces) {
      this.traces = traces;
    }

    @Override
    public long getAsLong() {
      return traces.dropped();
    }
  }

  private static final class RunsNotKept implements LongSupplier {

    private final NPlusOne nPlusOne;

    RunsNotKept(NPlusOne nPlusOne) {
      this.nPlusOne = nPlusOne;
    }

    @Override
    public long getAsLong() {
      return nPlusOne.queriesNotKept();
    }
  }
}
