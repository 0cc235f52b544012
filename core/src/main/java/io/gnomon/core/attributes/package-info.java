/**
 * Keys and values that name a series or an event, and the names of the semantic conventions that we
 * use. No OpenTelemetry type may come in.
 */
package io.gnomon.core.attributes;
