/**
 * What the service is run under: each agent's jar, how it is told where to send to, and nothing
 * else that is not its default.
 */
@NullMarked
package io.gnomon.benchmarks.overhead.contender;

import org.jspecify.annotations.NullMarked;
