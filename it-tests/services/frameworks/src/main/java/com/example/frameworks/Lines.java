package com.example.frameworks;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;

/** A sub-resource, with one of its own. */
public class Lines {

  private final String order;

  Lines(String order) {
    this.order = order;
  }

  /**
   * The locator's template alone.
   *
   * @return a page
   */
  @GET
  public String all() {
    return order;
  }

  /**
   * The locator's template and one more.
   *
   * @param line of the order
   * @return a page
   */
  @GET
  @Path("{line}")
  public String one(@PathParam("line") String line) {
    return order + " " + line;
  }

  /**
   * A locator inside a locator.
   *
   * @param line of the order
   * @return a sub-resource
   */
  @Path("{line}/notes")
  public Lines notes(@PathParam("line") String line) {
    return new Lines(line);
  }
}
