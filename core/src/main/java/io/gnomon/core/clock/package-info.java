/** Time, injected so that tests need not wait. */
package io.gnomon.core.clock;
