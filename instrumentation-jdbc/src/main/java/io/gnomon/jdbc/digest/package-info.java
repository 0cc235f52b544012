/**
 * What remains of an SQL text once every literal is gone: its shape, its summary and its
 * fingerprint. No driver, no regular expression, no cache and no grammar of a database may come in.
 */
package io.gnomon.jdbc.digest;
