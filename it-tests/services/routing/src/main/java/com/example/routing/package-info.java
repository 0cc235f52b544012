/**
 * A service whose statements run on two databases at once, by a router that is written by hand and
 * by ShardingSphere. Nothing of Gnomon may come in.
 */
package com.example.routing;
