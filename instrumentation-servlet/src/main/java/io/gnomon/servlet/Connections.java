package io.gnomon.servlet;

import io.gnomon.bootstrap.Slot;
import io.gnomon.core.paths.PathPatterns;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.servlet.carriers.Carriers;
import org.jspecify.annotations.Nullable;

/**
 * Requests as a container's connector tells them. The slot of the carrier says where a request is:
 *
 * <ul>
 *   <li>empty: no request, or one whose carrier was woven too late;
 *   <li>a {@link RequestRecord}: it runs;
 *   <li>a {@link ThreadState}: it is over, and that thread, which is still in it, will end it;
 *   <li>{@link #EXCLUDED}: it runs, and is not timed;
 *   <li>{@link #OVER}: it has ended, and whatever else is told of it counts no more.
 * </ul>
 *
 * <p>A request is ended by whoever takes its record out of the slot. Containers tell of a request
 * from one thread at a time; where Undertow may not, the thread inside and the thread that
 * completes part by {@link #completed}. The thread that began an asynchronous request may be on its
 * way out while another one, sent in to complete it, is inside: who put the end off makes it.
 */
final class Connections {

  private static final Object OVER = new Object();
  private static final Object EXCLUDED = new Object();
  private static final Object SAME = new Object();
  private static final Object NOTHING = new Object();

  private final Requests requests;
  private final PathPatterns excluded;
  private final @Nullable Carriers carriers;

  /** Without {@code carriers} requests have no trace. */
  Connections(Requests requests, PathPatterns excluded, @Nullable Carriers carriers) {
    this.requests = requests;
    this.excluded = excluded;
    this.carriers = carriers;
  }

  boolean isExcluded(@Nullable String path) {
    return path != null && excluded.matchSent(path);
  }

  @Nullable Object entered(Object carrier, String method, String scheme, @Nullable String path) {
    if (!(carrier instanceof Slot)) {
      return null;
    }
    Slot slot = (Slot) carrier;
    Object held = slot.gnomon$slot();
    if (held instanceof RequestRecord) {
      return current((RequestRecord) held);
    }
    if (held == EXCLUDED || isExcluded(path)) {
      slot.gnomon$slot(EXCLUDED);
      return exclude();
    }
    RequestRecord record = requests.start(method, scheme);
    slot.gnomon$slot(record);
    begun(record, carrier);
    return current(record);
  }

  /** A request has begun, of a container's or of the servlet API. */
  void begun(RequestRecord record, Object carrier) {
    if (carriers != null) {
      carriers.begun(record, carrier);
    }
  }

  @Nullable Object joined(@Nullable Object carrier) {
    Object held = carrier instanceof Slot ? ((Slot) carrier).gnomon$slot() : null;
    if (held == EXCLUDED) {
      return exclude();
    }
    return held instanceof RequestRecord ? current((RequestRecord) held) : SAME;
  }

  /** Inside a request that is timed, what is excluded is a part of it. */
  private static Object exclude() {
    ThreadState state = ThreadState.current();
    if (state.excluded() || state.running() != null) {
      return SAME;
    }
    state.excluded(true);
    return EXCLUDED;
  }

  private static @Nullable Object current(RequestRecord record) {
    ThreadState state = ThreadState.current();
    RequestRecord previous = state.running();
    if (previous == record && !state.inTask()) {
      return SAME;
    }
    Object left = previous == null ? NOTHING : new OuterRequest(state, previous);
    state.request(record);
    state.serving(false);
    return left;
  }

  void left(@Nullable Object previous) {
    if (previous == null || previous == SAME) {
      return;
    }
    ThreadState state = ThreadState.current();
    if (previous == EXCLUDED) {
      state.excluded(false);
    } else if (previous == NOTHING) {
      state.request(null);
      state.serving(false);
    } else {
      ((OuterRequest) previous).restore(state);
    }
  }

  /** The record of a carrier's request while it runs, else null. */
  @Nullable RequestRecord running(Object carrier) {
    Object held = carrier instanceof Slot ? ((Slot) carrier).gnomon$slot() : null;
    return held instanceof RequestRecord ? (RequestRecord) held : null;
  }

  /** The same; without a carrier the record that the thread works for. */
  @Nullable RequestRecord committing(@Nullable Object carrier) {
    return carrier == null ? ThreadState.current().running() : running(carrier);
  }

  void threw(Object carrier, Throwable thrown) {
    RequestRecord record = running(carrier);
    if (record != null) {
      record.failed(Exceptions.unwrapped(thrown));
    }
  }

  void ended(
      Object carrier, String method, String scheme, int status, @Nullable String protocolVersion) {
    if (!(carrier instanceof Slot)) {
      return;
    }
    Slot slot = (Slot) carrier;
    Object held = slot.gnomon$slot();
    slot.gnomon$slot(OVER);
    if (held instanceof RequestRecord) {
      end((RequestRecord) held, status, protocolVersion);
    } else if (held == null) {
      refused(method, scheme, status, protocolVersion);
    }
  }

  void refused(String method, String scheme, int status, @Nullable String protocolVersion) {
    end(requests.start(method, scheme), status, protocolVersion);
  }

  void completed(Object carrier, int status, @Nullable String protocolVersion) {
    RequestRecord record = running(carrier);
    if (record == null) {
      return;
    }
    ThreadState state = ThreadState.current();
    boolean inside = state.running() == record && !state.inTask();
    ((Slot) carrier).gnomon$slot(inside ? state : OVER);
    if (!inside) {
      end(record, status, protocolVersion);
    }
  }

  void completedInside(Object carrier, int status, @Nullable String protocolVersion) {
    ThreadState state = ThreadState.current();
    if (!(carrier instanceof Slot) || ((Slot) carrier).gnomon$slot() != state) {
      return;
    }
    ((Slot) carrier).gnomon$slot(OVER);
    RequestRecord record = state.request();
    if (record != null) {
      end(record, status, protocolVersion);
    }
  }

  void finished(Object carrier, int status, @Nullable String protocolVersion) {
    RequestRecord record = running(carrier);
    if (record != null) {
      ((Slot) carrier).gnomon$slot(OVER);
      end(record, status, protocolVersion);
    }
  }

  void recycled(Object carrier, int status) {
    if (!(carrier instanceof Slot)) {
      return;
    }
    Slot slot = (Slot) carrier;
    Object held = slot.gnomon$slot();
    slot.gnomon$slot(null);
    if (held instanceof RequestRecord) {
      RequestRecord record = (RequestRecord) held;
      if (carriers != null) {
        carriers.reused(record, carrier);
      }
      end(record, status, null);
    }
  }

  /** A thread that is still inside works for the request no more: its record serves another one. */
  private void end(RequestRecord record, int status, @Nullable String protocolVersion) {
    ThreadState state = ThreadState.current();
    if (state.running() == record) {
      state.request(null);
      state.serving(false);
    }
    requests.end(record, record.generation(), status, protocolVersion);
  }
}
