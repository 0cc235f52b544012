/** The ids of traces in what services log by each library, and the service that does so. */
package io.gnomon.it.logs;
