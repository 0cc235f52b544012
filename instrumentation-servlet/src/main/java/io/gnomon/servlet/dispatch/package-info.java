/**
 * Advice for dispatchers of all containers: it names no type of the servlet API, so one is good for
 * both name spaces.
 */
package io.gnomon.servlet.dispatch;
