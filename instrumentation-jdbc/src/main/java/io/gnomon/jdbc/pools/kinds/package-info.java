/**
 * The pools that we know: names of their public methods, called by reflection, since our loader
 * does not see their classes. No private field, no MBean, nothing that asks a database may come in.
 */
package io.gnomon.jdbc.pools.kinds;
