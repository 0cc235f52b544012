/** What every report says about where it was made. Nothing that is measured may come in. */
@NullMarked
package io.gnomon.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
