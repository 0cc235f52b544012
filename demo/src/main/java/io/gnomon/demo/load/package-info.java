/** The load on the shop: HTTP requests at a fixed rate. It knows the shop's paths and no more. */
@NullMarked
package io.gnomon.demo.load;

import org.jspecify.annotations.NullMarked;
