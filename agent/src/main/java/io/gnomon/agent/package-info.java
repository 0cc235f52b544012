/**
 * All of the agent that the application's class path shows: the entry points and the loader that
 * hides the rest. Nothing that could stay hidden may come in.
 */
package io.gnomon.agent;
