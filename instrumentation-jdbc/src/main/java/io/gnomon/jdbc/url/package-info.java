/**
 * What a JDBC URL says of the database: system, namespace, address, port. Nothing that could be a
 * user name or a password may come out of here.
 */
package io.gnomon.jdbc.url;
