/** The agent's own log: one line format, written by a thread of ours. */
package io.gnomon.core.log;
