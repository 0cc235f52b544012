/**
 * Who sends: the resource, from settings and from what the process knows of itself. Never the
 * command line.
 */
package io.gnomon.exporter.resource;
