package io.gnomon.servlet.carriers;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.propagation.Extraction;
import io.gnomon.core.propagation.HeaderSource;
import io.gnomon.core.propagation.PropagationSettings;
import io.gnomon.core.request.RequestFacts;
import io.gnomon.core.request.RequestRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads containers' own requests: at the start of each the headers that tell its trace, and at the
 * end of a kept one what is told of it. No other header is read, and nothing is copied before the
 * end. Any thread; does not throw, and allocates nothing at the start of a request without such
 * headers.
 */
public final class Carriers implements HeaderSource, RequestFacts {

  /** The part that failures of ours are counted under. */
  static final String PART = "servlet";

  private static final int MAX_USER_AGENT = 256;
  private static final int MAX_HOST = 255;
  private static final int MAX_METHOD = 64;

  private final Extraction extraction;
  private final FactSettings settings;
  private final Failures failures;
  private final Readers readers = new Readers();

  /**
   * A reader of carriers.
   *
   * @param propagation which headers tell of traces
   * @param settings what is told
   * @param metrics where headers that are dropped are counted
   * @param failures where failures of ours go
   */
  public Carriers(
      PropagationSettings propagation, FactSettings settings, Metrics metrics, Failures failures) {
    this.extraction = new Extraction(propagation, metrics);
    this.settings = settings;
    this.failures = failures;
  }

  /** Held by the classes themselves, so that they can be unloaded. */
  private final class Readers extends ClassValue<Reader> {

    @Override
    protected Reader computeValue(Class<?> type) {
      return Reader.of(type, settings.clientAddressTold(), failures);
    }
  }

  /**
   * A request has begun: goes on with the trace of its headers, and tells who describes it if it
   * may be kept.
   *
   * @param record its record
   * @param carrier the container's request, which stays as it is until the request ends
   */
  public void begun(RequestRecord record, Object carrier) {
    try {
      Reader reader = readers.get(carrier.getClass());
      Kind kind = reader.kind;
      if (kind != null) {
        if (record.spans().isRecording()) {
          record.describedBy(carrier, this, kind.losesPath() ? reader.path(carrier) : null);
        }
        extraction.extract(this, carrier, record.trace());
      }
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
  }

  /**
   * The container is about to use a carrier anew, or has done so, before its request was told to be
   * over.
   *
   * @param record of that request
   * @param carrier the carrier
   */
  public void reused(RequestRecord record, Object carrier) {
    Kind kind = readers.get(carrier.getClass()).kind;
    if (kind != null && !kind.isOneRequest()) {
      record.undescribed();
    }
  }

  @Override
  public @Nullable String header(Object carrier, String name) {
    try {
      return readers.get(carrier.getClass()).header(carrier, name);
    } catch (Throwable failure) {
      failures.caught(PART, failure);
      return null;
    }
  }

  @Override
  public void describe(Object carrier, @Nullable String sent, AttributeSet.Builder attributes) {
    try {
      Reader reader = readers.get(carrier.getClass());
      describeUrl(reader, carrier, sent, attributes);
      describePeers(reader, carrier, attributes);
      attributes.put(
          AttributeNames.NETWORK_PROTOCOL_VERSION, Protocols.version(reader.protocol(carrier)));
      String method = reader.method(carrier);
      if (method != null && !RequestRecord.isKnownMethod(method)) {
        attributes.put(AttributeNames.HTTP_REQUEST_METHOD_ORIGINAL, cut(method, MAX_METHOD));
      }
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
  }

  private void describeUrl(
      Reader reader, Object carrier, @Nullable String sent, AttributeSet.Builder attributes)
      throws Throwable {
    String path = sent == null ? reader.path(carrier) : sent;
    attributes.put(AttributeNames.URL_PATH, Urls.path(path));
    String query = reader.query(carrier);
    attributes.put(
        AttributeNames.URL_QUERY,
        Urls.query(query == null ? Urls.queryOf(path) : query, settings.query()));
  }

  private void describePeers(Reader reader, Object carrier, AttributeSet.Builder attributes)
      throws Throwable {
    String host = reader.host(carrier);
    if (host != null && !host.isEmpty()) {
      attributes.put(AttributeNames.SERVER_ADDRESS, cut(host, MAX_HOST));
      int port = reader.port(carrier);
      if (port > 0) {
        attributes.put(AttributeNames.SERVER_PORT, port);
      }
    }
    if (settings.clientAddressTold()) {
      attributes.put(AttributeNames.CLIENT_ADDRESS, reader.client(carrier));
    }
    String agent = header(carrier, "User-Agent");
    if (agent != null) {
      attributes.put(AttributeNames.USER_AGENT_ORIGINAL, cut(agent, MAX_USER_AGENT));
    }
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }
}
