/**
 * Starts services in JVMs of their own with the real jar, drives them and reads what the receiver
 * got. No test's own expectation may come in.
 */
package io.gnomon.it.harness;
