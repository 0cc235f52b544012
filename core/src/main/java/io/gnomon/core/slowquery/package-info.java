/**
 * The detector of slow queries: threshold, rate limit per fingerprint, caller stack. Runs off the
 * hot path only when a query was slow.
 */
package io.gnomon.core.slowquery;
