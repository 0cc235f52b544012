/** Advice for the JDK's {@code HttpURLConnection}. */
package io.gnomon.http.url;
