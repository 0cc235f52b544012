/**
 * Advice for Logback 1.2 and newer. Inlined, never loaded: no logic beyond what the library
 * demands.
 */
package io.gnomon.logging.logback;
