/**
 * Advice for Undertow 2, javax and jakarta alike: only undertow-core, which knows no servlet. Each
 * method reads what it has and calls one probe; types of ours other than the probes may not come
 * in, they are not seen where this runs.
 */
package io.gnomon.servlet.undertow;
