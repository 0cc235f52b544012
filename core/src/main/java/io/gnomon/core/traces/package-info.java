/** Which requests are kept as traces, and the way of those to the exporter. */
package io.gnomon.core.traces;
