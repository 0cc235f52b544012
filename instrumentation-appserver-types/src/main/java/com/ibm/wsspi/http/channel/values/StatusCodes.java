package com.ibm.wsspi.http.channel.values;

/** A status. */
public abstract class StatusCodes {

  /** There is none to be made. */
  private StatusCodes() {}

  /**
   * The number.
   *
   * @return as 400
   */
  public abstract int getIntCode();
}
