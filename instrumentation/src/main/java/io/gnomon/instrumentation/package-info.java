/**
 * What an instrumentation is (rules as data), how a class file is matched against them, and the one
 * weaver, the only place besides advice that names a Byte Buddy type. No knowledge of JDBC or
 * servlets may come in.
 */
package io.gnomon.instrumentation;
