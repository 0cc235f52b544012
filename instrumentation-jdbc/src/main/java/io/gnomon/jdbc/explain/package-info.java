/**
 * Asks the database how it runs a slow query: which texts are safe to ask about ({@code
 * SelectGuard}), what of the database has to be looked at first, the plan without its literals, and
 * the thread that does it. Off the hot path, and nothing of it is loaded unless it is switched on.
 */
package io.gnomon.jdbc.explain;
