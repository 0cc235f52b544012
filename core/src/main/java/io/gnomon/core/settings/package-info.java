/**
 * Settings: where values come from, how they are parsed, and how mistakes are told. Each module
 * defines its own settings type on top of this.
 */
package io.gnomon.core.settings;
