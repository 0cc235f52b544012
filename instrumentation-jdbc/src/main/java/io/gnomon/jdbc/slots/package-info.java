/**
 * Where we leave something with an object of a driver's: in its slot, or beside it if it has none.
 * No JDBC type may come in.
 */
package io.gnomon.jdbc.slots;
