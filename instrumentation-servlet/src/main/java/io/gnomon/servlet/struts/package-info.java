/**
 * Advice for Struts 2, written against XWork of Struts 6 and renamed for Struts 7. Only the probes
 * may come in from elsewhere of ours.
 */
package io.gnomon.servlet.struts;
