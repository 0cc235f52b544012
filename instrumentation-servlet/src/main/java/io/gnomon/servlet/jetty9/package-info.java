/**
 * Advice for Jetty 9.4. Each method reads what it has and calls one probe; types of ours other than
 * the probes may not come in, they are not seen where this runs.
 */
package io.gnomon.servlet.jetty9;
