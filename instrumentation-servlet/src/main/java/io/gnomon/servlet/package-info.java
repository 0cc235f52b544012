/**
 * The servlet instrumentation: its rules, and the handler behind its probes. Advice lives in the
 * packages below, one for each container and one for the servlet API; nothing of a container or of
 * the servlet API may come in here.
 */
package io.gnomon.servlet;
