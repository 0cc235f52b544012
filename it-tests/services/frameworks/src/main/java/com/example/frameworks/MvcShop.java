package com.example.frameworks;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The shop in Spring MVC: by annotations and by functions. */
@Configuration
@EnableWebMvc
public class MvcShop {

  /** Made by Spring. */
  public MvcShop() {}

  /**
   * The annotated controller.
   *
   * @return it
   */
  @Bean
  public MvcOrders controller() {
    return new MvcOrders();
  }

  /**
   * The functions.
   *
   * @return they
   */
  @Bean
  public RouterFunction<ServerResponse> functions() {
    return route()
        .GET("/functions/{id}", request -> ServerResponse.ok().body(request.pathVariable("id")))
        .build();
  }
}
