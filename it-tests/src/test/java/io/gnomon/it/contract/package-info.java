/**
 * What a container's requests have to be shown as: a list of cases, held against any service that
 * has the pages of the application under test. Nothing about a single container may come in but
 * what is declared of it.
 */
package io.gnomon.it.contract;
