/**
 * Every kind of statement, by every driver, through every pool: what is measured of each is exactly
 * what was run. What is expected stands here and nowhere else; the service knows nothing of it.
 */
package io.gnomon.it.jdbc;
