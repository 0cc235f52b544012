/**
 * Settings: where values come from, how they are parsed, how mistakes are told, how the table of
 * all of them is printed. Each module defines its own settings type on top of this; what a setting
 * does may not come in here.
 */
package io.gnomon.core.settings;
