/**
 * Advice for Spring WebFlux on a servlet container, 5 to 7. Only the probes may come in from
 * elsewhere of ours.
 */
package io.gnomon.servlet.webflux;
