/**
 * Objects that are used again, so that steady state allocates nothing. What they are may not come
 * in.
 */
package io.gnomon.core.reuse;
