package com.example.frameworks;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The shop in WebFlux: by annotations and by functions. */
@Configuration
@EnableWebFlux
public class FluxShop {

  /** Made by Spring. */
  public FluxShop() {}

  /**
   * The annotated controller.
   *
   * @return it
   */
  @Bean
  public FluxOrders controller() {
    return new FluxOrders();
  }

  /**
   * The functions.
   *
   * @return they
   */
  @Bean
  public RouterFunction<ServerResponse> functions() {
    return route()
        .GET(
            "/functions/{id}", request -> ServerResponse.ok().bodyValue(request.pathVariable("id")))
        .build();
  }
}
