package com.example.frameworks;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders in Spring WebFlux. */
@RestController
@RequestMapping("/orders")
public class FluxOrders {

  /** Made by Spring. */
  public FluxOrders() {}

  @GetMapping
  Mono<String> all() {
    return Mono.just("all");
  }

  @GetMapping("/{id:[0-9]+}")
  Mono<String> one(@PathVariable("id") String id) {
    return Mono.just(id);
  }

  @GetMapping("/conflict")
  Mono<String> conflict() {
    return Mono.error(new IllegalStateException("conflict"));
  }

  @GetMapping("/later")
  Mono<String> later() {
    return Mono.delay(Duration.ofMillis(20)).map(tick -> "later");
  }

  @ExceptionHandler(IllegalStateException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  Mono<Void> onConflict() {
    return Mono.empty();
  }
}
