/**
 * Stands for an application whose classes are woven: calls the probes as advice does, with the
 * handlers that a service has. What is measured comes from the modules as they are; no copy of it
 * may come in.
 */
@NullMarked
package io.gnomon.benchmarks.woven;

import org.jspecify.annotations.NullMarked;
