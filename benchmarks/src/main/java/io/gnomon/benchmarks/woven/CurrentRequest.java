package io.gnomon.benchmarks.woven;

import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.RequestRecord.RouteSource;
import io.gnomon.core.request.Requests;
import io.gnomon.core.request.ThreadState;

/** A request that its thread works for, as a container's advice tells it. Belongs to one thread. */
public final class CurrentRequest {

  private static final String ROUTE = "/items/{id}";

  private final Requests requests = Installed.core().requests();
  private final ThreadState thread = ThreadState.current();
  private RequestRecord record = requests.start("GET", "http");

  /** Starts it. */
  public CurrentRequest() {
    begin();
  }

  private void begin() {
    thread.request(record);
    requests.route(record, ROUTE, RouteSource.SERVLET);
  }

  /** Ends it and starts another one. */
  public void turnOver() {
    end();
    record = requests.start("GET", "http");
    begin();
  }

  /** Ends it: the thread works for nobody. */
  public void end() {
    thread.request(null);
    requests.end(record, record.generation(), 200, "1.1");
  }

  /** Forgets what it collected, as its end does. */
  public void clear() {
    record.spans().clear();
    record.runs().clear();
  }

  /**
   * What it collects.
   *
   * @return the record of the request that runs
   */
  public RequestRecord record() {
    return record;
  }
}
