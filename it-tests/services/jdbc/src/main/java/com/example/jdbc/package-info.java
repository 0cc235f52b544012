/**
 * A service that runs statements of every kind by one driver through one pool or wrapper. Each kind
 * has a table of its own, so that what is measured tells the kind. Nothing of Gnomon may come in.
 */
package com.example.jdbc;
