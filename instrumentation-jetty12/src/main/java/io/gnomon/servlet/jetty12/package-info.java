/**
 * Advice for Jetty 12's core and for the threads on which its servlet environments go on with a
 * request. Each method reads what it has and calls one probe; types of ours other than the probes
 * may not come in, they are not seen where this runs.
 */
package io.gnomon.servlet.jetty12;
