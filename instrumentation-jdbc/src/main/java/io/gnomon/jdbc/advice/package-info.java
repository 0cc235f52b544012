/**
 * What is woven into drivers: each hands what the method has to one probe. Nothing but {@code
 * java.base} and the probe may be named in the bodies; no logic.
 */
package io.gnomon.jdbc.advice;
