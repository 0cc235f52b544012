/**
 * What the JVM tells of itself: memory, garbage collection, threads, classes, processors. Reads
 * MXBeans on the export thread; asks for no MBeanServer and starts no logging.
 */
package io.gnomon.jvm;
