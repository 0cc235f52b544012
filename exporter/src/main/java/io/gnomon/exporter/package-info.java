/**
 * The exporter's face to the agent: start, shut down, where telemetry comes from. No type of
 * OpenTelemetry may come in, so that none is loaded before the export thread works.
 */
package io.gnomon.exporter;
