/**
 * The one place that knows how to read a container's own request: by method handles, found once for
 * each class, since only the application sees those types. Nothing of a container is held but by
 * its own classes.
 */
package io.gnomon.servlet.carriers;
