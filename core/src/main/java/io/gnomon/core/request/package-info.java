/**
 * A request, what it collects, the pool of its records, and the state of a thread. No servlet type
 * may come in.
 */
package io.gnomon.core.request;
