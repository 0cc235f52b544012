/**
 * The steps of the hot path under JMH, and the command that runs them. What is measured comes from
 * the modules as they are; no copy of it may come in.
 */
@NullMarked
package io.gnomon.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
