/** Advice for RESTEasy, 4 to 6. Only the probes may come in from elsewhere of ours. */
package io.gnomon.servlet.resteasy;
