package com.example.frameworks;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** Makes an exception a status. */
@Provider
public class ConflictMapper implements ExceptionMapper<IllegalStateException> {

  /** Made once. */
  public ConflictMapper() {}

  @Override
  public Response toResponse(IllegalStateException exception) {
    return Response.status(Response.Status.CONFLICT).build();
  }
}
