/** Advice for OkHttp. */
package io.gnomon.http.okhttp;
