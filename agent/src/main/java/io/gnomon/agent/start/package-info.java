/**
 * How the agent comes up, is wired and goes down, and what it answers on the command line. The one
 * place that knows every module; nothing that measures or exports may come in.
 */
package io.gnomon.agent.start;
