package io.gnomon.exporter.data;

import io.opentelemetry.sdk.common.internal.PrimitiveLongList;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import java.util.List;

/**
 * Buckets as the SDK's exporters read them. The SDK's own box each count and add them up by a
 * stream; of a list that it knows it takes the numbers as they are. Immutable.
 */
final class ExponentialBuckets implements ExponentialHistogramBuckets {

  private static final long[] NONE = new long[0];

  private final int scale;
  private final int offset;
  private final long[] counts;
  private final long totalCount;

  ExponentialBuckets(int scale, int offset, long[] counts, long totalCount) {
    this.scale = scale;
    this.offset = offset;
    this.counts = counts;
    this.totalCount = totalCount;
  }

  static ExponentialBuckets none(int scale) {
    return new ExponentialBuckets(scale, 0, NONE, 0);
  }

  @Override
  public int getScale() {
    return scale;
  }

  @Override
  public int getOffset() {
    return offset;
  }

  @Override
  public List<Long> getBucketCounts() {
    return PrimitiveLongList.wrap(counts);
  }

  @Override
  public long getTotalCount() {
    return totalCount;
  }
}
