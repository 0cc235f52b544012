/**
 * Transactions of a driver's connection: how long they take, how many queries they have, what
 * beginning and ending them costs. Which calls count is decided outside; no JDBC type may come in.
 */
package io.gnomon.jdbc.transactions;
