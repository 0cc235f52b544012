package com.ibm.wsspi.http.channel.values;

/** A method. */
public final class MethodValues {

  /** None. */
  public static final MethodValues UNDEF = new MethodValues();

  /** There is none to be made. */
  private MethodValues() {}
}
