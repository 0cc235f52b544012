/**
 * The detector of N+1: what a request or a unit of work remembers of its queries, and the rule that
 * finds one that ran again and again after another. No SQL parsing and no driver may come in.
 */
package io.gnomon.core.nplusone;
