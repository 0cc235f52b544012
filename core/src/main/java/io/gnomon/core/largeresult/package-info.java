/**
 * The detector of results of which more rows are read than a service should need. Runs once per
 * such result.
 */
package io.gnomon.core.largeresult;
