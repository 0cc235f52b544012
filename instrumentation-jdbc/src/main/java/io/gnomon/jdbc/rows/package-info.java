/**
 * Counting and timing what is read of results. Which result belongs to which statement is told from
 * outside.
 */
package io.gnomon.jdbc.rows;
