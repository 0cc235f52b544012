/**
 * The service that is measured: servlets on Tomcat, HikariCP, a database. It knows of no agent and
 * uses nothing of Gnomon's, and no other package's classes may come in.
 */
@NullMarked
package io.gnomon.benchmarks.service;

import org.jspecify.annotations.NullMarked;
