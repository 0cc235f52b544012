/**
 * When each signal is exported, what a failure means for it, and what is told about it. How data
 * looks or travels may not come in.
 */
package io.gnomon.exporter.signals;
