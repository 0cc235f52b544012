/**
 * The exporter's settings, named and read as OpenTelemetry defines them. No type of OpenTelemetry
 * may come in.
 */
package io.gnomon.exporter.settings;
