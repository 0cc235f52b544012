/** Advice: read as bytes, and woven around the methods of a class by an inliner of our own. */
package io.gnomon.instrumentation.advice;
