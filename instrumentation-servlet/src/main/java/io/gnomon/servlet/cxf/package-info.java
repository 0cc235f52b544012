/** Advice for CXF's JAX-RS, 3 and 4. Only the probes may come in from elsewhere of ours. */
package io.gnomon.servlet.cxf;
