/**
 * How a request gets to the OTLP endpoint and what the endpoint answered: HTTP over a socket, and a
 * watcher for gRPC. Nothing about metrics, logs or spans may come in.
 */
package io.gnomon.exporter.sender;
