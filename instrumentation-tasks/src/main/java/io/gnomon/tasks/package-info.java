/**
 * A request goes along with its tasks: from the thread that hands one over to the thread that runs
 * it. What is carried is the record and the use of it, never anything of the application's; tasks
 * are known by their identity, held weakly, and never wrapped where anyone could see it.
 */
package io.gnomon.tasks;
