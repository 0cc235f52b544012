/** Patterns of paths and routes, as users write them in settings. */
package io.gnomon.core.paths;
