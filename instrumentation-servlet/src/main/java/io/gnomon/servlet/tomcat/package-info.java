/**
 * Advice for Tomcat 9, 10.1 and 11, compiled against 9: only members that are the same in all
 * three. Each method reads what it has and calls one probe; types of ours other than the probes may
 * not come in, they are not seen where this runs.
 */
package io.gnomon.servlet.tomcat;
