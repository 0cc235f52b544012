/**
 * What the user allows each route, held against every request that ends: settings, exact counts
 * over a sliding window, verdicts. No servlet type may come in, and nothing that writes or sends.
 */
package io.gnomon.core.budgets;
