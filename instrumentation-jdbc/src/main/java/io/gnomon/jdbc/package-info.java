/**
 * Which JDBC classes and methods are woven, and the handler behind the probe: which call counts,
 * what query it ran, how it failed. No reading of SQL or URLs may come in, and no exporter.
 */
package io.gnomon.jdbc;
