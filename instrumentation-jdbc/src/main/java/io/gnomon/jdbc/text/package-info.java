/**
 * From a text to its query: a bounded cache, and the digesters that serve its misses. No JDBC type
 * may come in.
 */
package io.gnomon.jdbc.text;
