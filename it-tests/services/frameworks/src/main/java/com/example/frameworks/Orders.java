package com.example.frameworks;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;

/** A resource with every kind of template. */
@Path("/orders")
public class Orders {

  /** Made for each request. */
  public Orders() {}

  /**
   * A plain template.
   *
   * @return a page
   */
  @GET
  public String all() {
    return "all";
  }

  /**
   * The same with another method.
   *
   * @return a page
   */
  @POST
  public String add() {
    return "added";
  }

  /**
   * A parameter.
   *
   * @param id of the order
   * @return a page
   */
  @GET
  @Path("{id: [0-9]+}")
  public String one(@PathParam("id") String id) {
    return id;
  }

  /**
   * A locator.
   *
   * @param id of the order
   * @return a sub-resource
   */
  @Path("{id}/lines")
  public Lines lines(@PathParam("id") String id) {
    return new Lines(id);
  }

  /**
   * What a mapper answers.
   *
   * @return nothing
   */
  @GET
  @Path("conflict")
  public String conflict() {
    throw new IllegalStateException("conflict");
  }

  /**
   * Answered later by another thread.
   *
   * @param response to be resumed
   */
  @GET
  @Path("later")
  public void later(@Suspended AsyncResponse response) {
    Later.run(() -> response.resume("later"));
  }
}
