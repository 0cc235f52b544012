/** What may be told of the URLs of requests, of those that come in and those that go out alike. */
package io.gnomon.core.urls;
