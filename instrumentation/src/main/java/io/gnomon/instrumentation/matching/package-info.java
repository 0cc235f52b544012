/**
 * Which classes are ours, told from the bytes of their class files alone: no class is loaded and no
 * hierarchy is walked. No Byte Buddy type may come in: this runs for every class that a JVM loads.
 */
package io.gnomon.instrumentation.matching;
