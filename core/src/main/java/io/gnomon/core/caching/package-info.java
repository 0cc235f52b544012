/**
 * How responses stand to HTTP caches: what their headers say, counted by route. No header of a
 * container's may come in, only what was read of it.
 */
package io.gnomon.core.caching;
