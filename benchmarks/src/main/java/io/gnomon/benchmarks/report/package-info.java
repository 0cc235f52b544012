/**
 * What the reports of several commands are made of: plots. It knows nothing of what is measured,
 * and no other package's classes may come in.
 */
@NullMarked
package io.gnomon.benchmarks.report;

import org.jspecify.annotations.NullMarked;
