/** Advice for Open Liberty's HTTP transport and web container. */
package io.gnomon.servlet.liberty;
