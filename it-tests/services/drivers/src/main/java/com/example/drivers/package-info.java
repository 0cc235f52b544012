/**
 * Loads the classes of JDBC drivers under the agent and tells what became of them. Drivers are
 * never called: their servers can't run in a test.
 */
package com.example.drivers;
