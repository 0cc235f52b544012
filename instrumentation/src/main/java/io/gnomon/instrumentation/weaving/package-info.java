/**
 * The one place that weaves: advice and slots into a class that the matcher chose, on Byte Buddy's
 * ASM. What a class is and why it was chosen may not come in.
 */
package io.gnomon.instrumentation.weaving;
