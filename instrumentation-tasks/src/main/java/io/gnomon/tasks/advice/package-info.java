/** Advice, inlined into executors, pools, tasks and threads; never loaded. */
package io.gnomon.tasks.advice;
