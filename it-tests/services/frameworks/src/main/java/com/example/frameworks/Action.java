package com.example.frameworks;

/** An action of Struts, which answers with nothing. */
public class Action {

  /** Made for each request. */
  public Action() {}

  /**
   * Answers.
   *
   * @return the name of the result
   */
  public String execute() {
    return "success";
  }

  /**
   * Fails.
   *
   * @return nothing
   */
  public String fail() {
    throw new UnsupportedOperationException("failing");
  }
}
