/**
 * What is woven into connection pools: each hands what the method has to one probe. Nothing but
 * {@code java.base} and the probe may be named in the bodies; no logic.
 */
package io.gnomon.jdbc.pools.advice;
