/**
 * The service seen from outside: its process and threads, the load on it, the sink that its agent
 * sends to. What is made of the numbers is not known here.
 */
@NullMarked
package io.gnomon.benchmarks.overhead.process;

import org.jspecify.annotations.NullMarked;
