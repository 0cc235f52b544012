/**
 * The ids of the trace in what the application logs: the switch, the rules and the handler. Advice
 * lies in a package per library; no type of those may come in here.
 */
package io.gnomon.logging;
