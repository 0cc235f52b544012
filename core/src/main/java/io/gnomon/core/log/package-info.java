/**
 * The agent's own log: one line format, written by a thread of ours. Nothing here may use the JDK's
 * or the application's logging, nor do I/O on a caller's thread.
 */
package io.gnomon.core.log;
