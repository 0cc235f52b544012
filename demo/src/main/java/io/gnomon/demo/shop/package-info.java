/**
 * The shop: an ordinary servlet application with ordinary faults. It knows nothing of Gnomon, and
 * nothing of Gnomon may come in.
 */
@NullMarked
package io.gnomon.demo.shop;

import org.jspecify.annotations.NullMarked;
