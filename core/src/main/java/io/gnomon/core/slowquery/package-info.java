/** The detector of slow queries. Runs off the hot path only when a query was slow. */
package io.gnomon.core.slowquery;
