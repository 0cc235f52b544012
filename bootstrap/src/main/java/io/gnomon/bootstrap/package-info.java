/**
 * The few types that advice calls, defined into the boot loader so that every class loader sees
 * them. Nothing but {@code java.base} of Java 8 may come in: no logic, no data structure, no {@code
 * java.sql}, no servlet type.
 *
 * <p>In the agent's jar this package is called {@code java.gnomon}: OSGi and JBoss Modules pass
 * {@code java.*}, and only that, to the boot loader whatever their configuration.
 */
package io.gnomon.bootstrap;
