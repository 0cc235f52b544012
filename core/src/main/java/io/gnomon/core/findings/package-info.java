/**
 * What the detectors share: the caller's stack, the rate limit per fingerprint, how a query is told
 * in a line and an event. No detector and no rule of what is worth telling may come in.
 */
package io.gnomon.core.findings;
