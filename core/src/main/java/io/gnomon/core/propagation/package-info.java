/** What comes with a request from upstream, and goes on downstream: ids of traces, and baggage. */
package io.gnomon.core.propagation;
