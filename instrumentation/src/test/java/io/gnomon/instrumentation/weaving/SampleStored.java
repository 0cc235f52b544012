package io.gnomon.instrumentation.weaving;

import java.io.Serializable;

/** How an application's class may come to be serializable without saying so itself. */
public interface SampleStored extends Serializable {}
