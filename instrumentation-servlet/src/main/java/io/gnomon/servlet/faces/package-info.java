/**
 * Advice for Faces, 2.3 and later, of every implementation. Only the probes may come in from
 * elsewhere of ours.
 */
package io.gnomon.servlet.faces;
