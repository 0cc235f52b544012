/**
 * How cost grows: what the agent adds where there is more of something (texts, series, queries,
 * classes, threads), each point measured in a JVM of its own, and the command that plots it.
 */
@NullMarked
package io.gnomon.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
