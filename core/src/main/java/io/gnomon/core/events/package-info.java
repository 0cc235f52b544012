/**
 * What is told once rather than measured (a slow query, say), in a bounded queue that the exporter
 * drains. No OpenTelemetry type may come in.
 */
package io.gnomon.core.events;
