/** Failures of ours: swallowed, counted by part, the first of a kind logged. */
package io.gnomon.core.failures;
