/** Advice for the JDK's {@code java.net.http.HttpClient}. */
package io.gnomon.http.jdk;
