/**
 * Calls of HTTP clients: timed, told as spans of the request that makes them, and given the headers
 * that carry the trace on. What only one client does is in the package of its advice.
 */
package io.gnomon.http;
