/**
 * Advice for JBoss LogManager 2 and 3. Inlined, never loaded: no logic beyond what the library
 * demands.
 */
package io.gnomon.logging.jboss;
