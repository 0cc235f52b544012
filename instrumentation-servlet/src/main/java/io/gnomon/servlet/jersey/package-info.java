/** Advice for Jersey, 2 to 4. Only the probes may come in from elsewhere of ours. */
package io.gnomon.servlet.jersey;
