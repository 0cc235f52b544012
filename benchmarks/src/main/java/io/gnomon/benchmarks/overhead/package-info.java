/**
 * Runs the service under each agent in turn and writes down what each adds. Nothing of Gnomon's own
 * code may come in: it is measured as a jar, like the others.
 */
@NullMarked
package io.gnomon.benchmarks.overhead;

import org.jspecify.annotations.NullMarked;
