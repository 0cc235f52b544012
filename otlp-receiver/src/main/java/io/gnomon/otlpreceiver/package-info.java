/**
 * An OTLP receiver for tests, demo and benchmarks: it keeps what arrived and can fail in every way.
 * Nothing of the agent may come in here: what is checked with it must not check itself.
 */
@NullMarked
package io.gnomon.otlpreceiver;

import org.jspecify.annotations.NullMarked;
