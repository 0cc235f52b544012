/**
 * How a request gets to the OTLP endpoint and what the endpoint answered: HTTP over the JDK's own
 * client, and a watcher for gRPC. Nothing about metrics, logs or spans may come in.
 */
package io.gnomon.exporter.sender;
