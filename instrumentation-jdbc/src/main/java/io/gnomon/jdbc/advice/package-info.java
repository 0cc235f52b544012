/**
 * What is woven into drivers: each hands what the method has to one probe. Nothing but {@code
 * java.base} and the probe may be named in the bodies; no logic. A static method that looks like
 * one of JDBC's has no receiver: the handler is given null and lets it be.
 */
package io.gnomon.jdbc.advice;
