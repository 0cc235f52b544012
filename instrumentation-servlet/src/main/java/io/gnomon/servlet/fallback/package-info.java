/**
 * The asynchronous end of a request in a container that we do not know. Servlet types are reached
 * by reflection alone, since only the application sees them.
 */
package io.gnomon.servlet.fallback;
