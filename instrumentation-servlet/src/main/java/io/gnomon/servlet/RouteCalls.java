package io.gnomon.servlet;

import io.gnomon.bootstrap.ServletProbe;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;
import io.gnomon.core.spans.SpanList;
import io.gnomon.servlet.routes.ContextRoutes;
import io.gnomon.servlet.routes.ControllerRoutes;
import io.gnomon.servlet.routes.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * Tells the routes of requests: of controllers, else of servlets, else of a filter that answers.
 * Any thread; wait-free but for the first request of a servlet context, and without allocation in
 * steady state.
 */
final class RouteCalls {

  /** Stands in the place of a thread's filter once a servlet was reached. */
  private static final Object REACHED = new Object();

  private final Requests requests;
  private final DispatchCalls dispatches;
  private final ContextRoutes contexts = new ContextRoutes();
  private final ControllerRoutes controllers = new ControllerRoutes();

  RouteCalls(Requests requests, DispatchCalls dispatches) {
    this.requests = requests;
    this.dispatches = dispatches;
  }

  /** The outermost servlet or filter is left: nothing is kept; what patterns began with. */
  static @Nullable String left(ThreadState state) {
    String base = state.base();
    state.filter(null);
    state.base(null);
    return base;
  }

  void mapped(
      Object context,
      @Nullable String servletPath,
      @Nullable String pathInfo,
      @Nullable Object pattern) {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    if (record == null) {
      return;
    }
    state.filter(REACHED);
    attribute(record, state.base(), context, pattern);
    boolean inDispatch = state.span() != SpanList.ROOT;
    if (inDispatch || record.routeSource() != RouteSource.CONTROLLER) {
      Mapping mapping = contexts.of(context).mapping(servletPath, pathInfo);
      if (inDispatch) {
        dispatches.reached(state, record, mapping.route());
      }
      if (record.routeSource() != RouteSource.CONTROLLER) {
        state.base(mapping.base());
        tell(record, mapping.route(), RouteSource.SERVLET);
      }
    }
  }

  void included(Object context, @Nullable Object servletPath, @Nullable Object pathInfo) {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    if (record != null && state.span() != SpanList.ROOT && servletPath instanceof String) {
      Mapping mapping =
          contexts
              .of(context)
              .mapping((String) servletPath, pathInfo instanceof String ? (String) pathInfo : null);
      dispatches.reached(state, record, mapping.route());
    }
  }

  /**
   * Where a call of a servlet or filter is. On a thread that a task of a request runs on it is of
   * no request that we know: what it serves may be another one.
   */
  static int place(ThreadState state) {
    if (state.running() == null) {
      return state.excluded() ? ServletProbe.NESTED : ServletProbe.OUTSIDE;
    }
    if (state.serving()) {
      return ServletProbe.NESTED;
    }
    return state.inTask() ? ServletProbe.OUTSIDE : ServletProbe.OUTERMOST;
  }

  /** The pattern that a request carries as an attribute, if it does; relative to the servlet. */
  void attribute(
      RequestRecord record,
      @Nullable String base,
      @Nullable Object context,
      @Nullable Object pattern) {
    if (context != null
        && pattern instanceof String
        && record.routeSource() != RouteSource.CONTROLLER) {
      String known = base == null ? contexts.of(context).contextPath() : base;
      tell(record, controllers.route(known, (String) pattern), RouteSource.CONTROLLER);
    }
  }

  void controller(@Nullable Object context, String pattern) {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    if (record == null || record.routeSource() == RouteSource.CONTROLLER) {
      return;
    }
    String base = context == null ? state.base() : contexts.of(context).contextPath();
    if (base != null) {
      tell(record, controllers.route(base, pattern), RouteSource.CONTROLLER);
    }
  }

  void inside(String pattern) {
    ThreadState state = ThreadState.current();
    String base = state.base();
    if (base != null) {
      state.base(controllers.part(base, pattern));
    }
  }

  void routed(String pattern) {
    RequestRecord record = ThreadState.current().request();
    if (record != null) {
      tell(record, pattern, RouteSource.CONTROLLER);
    }
  }

  void filteringFirst(Object filter, @Nullable Object context) {
    ThreadState state = ThreadState.current();
    state.filter(filter);
    state.base(context == null ? null : contexts.of(context).contextPath());
  }

  int filtering(Object filter) {
    ThreadState state = ThreadState.current();
    int place = place(state);
    if (place == ServletProbe.NESTED && state.running() != null && state.filter() != REACHED) {
      state.filter(filter);
    }
    return place;
  }

  boolean answered() {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.running();
    return record != null
        && record.routeSource() == RouteSource.NONE
        && state.filter() != null
        && state.filter() != REACHED;
  }

  void filtered(Object context, @Nullable String servletPath, @Nullable String pathInfo) {
    ThreadState state = ThreadState.current();
    RequestRecord record = state.request();
    Object filter = state.filter();
    if (record != null && filter != null) {
      String name = filter.getClass().getName();
      String route = contexts.of(context).filterRoute(name, servletPath, pathInfo);
      tell(record, route, RouteSource.FILTER);
    }
  }

  private void tell(RequestRecord record, @Nullable String route, RouteSource source) {
    if (route != null) {
      requests.route(record, ThreadState.current().generation(), route, source);
    }
  }
}
