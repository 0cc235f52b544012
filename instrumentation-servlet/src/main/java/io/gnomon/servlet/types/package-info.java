/**
 * The servlet API as seen from where it is not visible: its public interfaces, found on the
 * application's objects. Off the hot path only; no class of a container may come in.
 */
package io.gnomon.servlet.types;
