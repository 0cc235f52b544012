/**
 * Connection pools: what they hold, how long a borrow waits, how long a connection is held and how
 * long one takes to be made. No pool's type is named here; what a pool is called and which methods
 * it has is data of {@code kinds}.
 */
package io.gnomon.jdbc.pools;
