/** Advice for Apache HttpClient 5. */
package io.gnomon.http.apache5;
