/**
 * The report about budgets: written at the end of a run or on demand, and read by the command
 * {@code check}. Alone in the agent to know JSON and JMX; nothing here is loaded at start.
 */
package io.gnomon.agent.report;
