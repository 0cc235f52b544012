/**
 * What the libraries inside the jar take for {@code java.util.logging}: their references are
 * renamed to here when the jar is built, because starting the JDK's own before the application does
 * breaks custom LogManagers. Nothing of ours logs through it.
 */
package io.gnomon.agent.logging;
