/** Advice for Grizzly, and for the web container of Payara and GlassFish that stands on it. */
package io.gnomon.servlet.grizzly;
