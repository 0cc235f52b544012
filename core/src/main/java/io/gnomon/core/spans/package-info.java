/** What a trace consists of: ids, the spans that a request collects, and spans as they are told. */
package io.gnomon.core.spans;
