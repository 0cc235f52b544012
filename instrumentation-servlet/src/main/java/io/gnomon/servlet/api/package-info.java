/**
 * Advice for the servlet API, written against {@code javax.servlet} and renamed to {@code
 * jakarta.servlet} when woven. Each method reads what it has and calls one probe; types of ours
 * other than the probes may not come in, they are not seen where this runs.
 */
package io.gnomon.servlet.api;
