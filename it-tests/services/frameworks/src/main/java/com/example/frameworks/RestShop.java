package com.example.frameworks;

import java.util.Set;
import javax.ws.rs.core.Application;

/** The shop as an application of JAX-RS. */
public class RestShop extends Application {

  /** Made by each framework. */
  public RestShop() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Orders.class, ConflictMapper.class);
  }
}
