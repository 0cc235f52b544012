/** Advice for Apache HttpClient 4. */
package io.gnomon.http.apache4;
