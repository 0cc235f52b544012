/**
 * Advice for Log4j 2.17 and newer. Inlined, never loaded: no logic beyond what the library demands.
 */
package io.gnomon.logging.log4j;
