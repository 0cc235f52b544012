/**
 * A service that borrows from every connection pool as it is told. Nothing of the agent may come
 * in.
 */
package com.example.pools;
