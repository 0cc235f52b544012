/**
 * What is measured, its values, and what they say of an agent: differences, ratios, goals. How it
 * is measured and how it is shown stays out.
 */
@NullMarked
package io.gnomon.benchmarks.overhead.figures;

import org.jspecify.annotations.NullMarked;
