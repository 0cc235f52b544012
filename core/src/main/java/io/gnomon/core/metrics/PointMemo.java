package io.gnomon.core.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What an exporter made of the buckets of a series, held by the series until its next value, so
 * that one that gets none is neither read nor converted again. Used by the thread that exports.
 */
final class PointMemo {

  @Nullable Object converted;
}
