/**
 * Snapshots and events as the SDK's data types, cumulative or delta. No I/O and no state but that
 * of delta may come in.
 */
package io.gnomon.exporter.data;
