/**
 * Instruments, their bounded series, the aggregation of durations and counts into histograms, and
 * the snapshot that the exporter reads. No knowledge of SQL, HTTP or OTLP may come in.
 */
package io.gnomon.core.metrics;
