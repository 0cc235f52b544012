/**
 * A database, the shape of a query, the rule that counts a query once, and the recording of its
 * execution. No driver and no SQL parsing may come in.
 */
package io.gnomon.core.query;
