/**
 * The core as a whole: its settings, what it consists of, and what it tells about itself. No
 * behaviour of its own may come in.
 */
package io.gnomon.core;
