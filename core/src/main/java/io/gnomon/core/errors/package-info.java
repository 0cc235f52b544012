/** Tells which requests fail, with what and where. No servlet type may come in. */
package io.gnomon.core.errors;
