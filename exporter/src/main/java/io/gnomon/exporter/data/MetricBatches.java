package io.gnomon.exporter.data;

import io.gnomon.core.metrics.MetricSnapshot;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent next. Cumulative: everything, so a failure loses nothing. Delta: what came since the
 * last accepted batch; a batch whose fate is not known is kept and sent again as it was, interval
 * and timestamps included, before anything newer; a batch that was refused as a whole is forgotten,
 * and the next one covers its interval too. One batch is held at most.
 *
 * <p>Not thread-safe: used by the export thread alone.
 */
public final class MetricBatches {

  private final MetricConverter converter;
  private final boolean delta;
  private DeltaBase base = DeltaBase.NONE;
  private @Nullable List<MetricData> pending;
  private List<MetricSnapshot> pendingSnapshots = Collections.emptyList();
  private long pendingEpochNanos;

  /**
   * Batches from nothing accepted.
   *
   * @param origin who sends
   * @param delta whether points count since the last accepted batch
   * @param explicitBuckets whether histograms have the instrument's bounds
   */
  public MetricBatches(Origin origin, boolean delta, boolean explicitBuckets) {
    this.converter = new MetricConverter(origin, explicitBuckets);
    this.delta = delta;
  }

  /**
   * The batch whose fate is not known.
   *
   * @return null if there is none; always null for cumulative
   */
  public @Nullable List<MetricData> pending() {
    return pending;
  }

  /**
   * The next batch.
   *
   * @param snapshots cumulative; must not be called while a batch is pending
   * @param epochNanos when they were taken
   * @return the batch, which may be empty
   */
  public List<MetricData> next(List<MetricSnapshot> snapshots, long epochNanos) {
    if (!delta) {
      return converter.convert(snapshots, null, epochNanos);
    }
    List<MetricData> batch = converter.convert(snapshots, base, epochNanos);
    pending = batch;
    pendingSnapshots = snapshots;
    pendingEpochNanos = epochNanos;
    return batch;
  }

  /** The endpoint took the batch. */
  public void accepted() {
    if (pending != null) {
      base = new DeltaBase(base, pendingSnapshots, pendingEpochNanos);
    }
    rejected();
  }

  /** The endpoint refused the batch as a whole: none of it counts there. */
  public void rejected() {
    pending = null;
    pendingSnapshots = Collections.emptyList();
  }
}
