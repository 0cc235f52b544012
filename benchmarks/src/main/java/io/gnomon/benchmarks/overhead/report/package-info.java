/**
 * What is written down: the report, its plots, and the README's rows that are made from the report.
 * Nothing is measured here.
 */
@NullMarked
package io.gnomon.benchmarks.overhead.report;

import org.jspecify.annotations.NullMarked;
