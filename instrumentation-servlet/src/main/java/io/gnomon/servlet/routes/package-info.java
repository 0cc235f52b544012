/**
 * Routes: from a context's mappings as the servlet API registered them, and from a controller's
 * pattern. Never a raw path, and no servlet type may come in: a context is read by its public API.
 */
package io.gnomon.servlet.routes;
