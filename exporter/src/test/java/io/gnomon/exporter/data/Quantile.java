package io.gnomon.exporter.data;

import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import java.util.List;

/** Reads a quantile as a backend does: the geometric middle of the bucket that it falls into. */
public final class Quantile {

  private Quantile() {}

  static double of(double q, ExponentialHistogramPointData point) {
    return of(
        q,
        point.getScale(),
        point.getPositiveBuckets().getOffset(),
        point.getPositiveBuckets().getBucketCounts());
  }

  public static double of(double q, int scale, int offset, List<Long> counts) {
    long total = counts.stream().mapToLong(Long::longValue).sum();
    long rank = (long) Math.ceil(q * total);
    int index = 0;
    long seen = counts.get(0);
    while (seen < rank) {
      seen += counts.get(++index);
    }
    return Math.pow(2, (offset + index + 0.5) * Math.pow(2, -scale));
  }
}
