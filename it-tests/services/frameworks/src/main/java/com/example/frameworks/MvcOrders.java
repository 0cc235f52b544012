package com.example.frameworks;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Orders in Spring MVC. */
@RestController
@RequestMapping("/orders")
public class MvcOrders {

  /** Made by Spring. */
  public MvcOrders() {}

  @GetMapping
  String all() {
    return "all";
  }

  @GetMapping("/{id:[0-9]+}")
  String one(@PathVariable("id") String id) {
    return id;
  }

  @GetMapping("/conflict")
  String conflict() {
    throw new IllegalStateException("conflict");
  }

  @GetMapping("/failing")
  String failing() {
    throw new UnsupportedOperationException("failing");
  }

  @GetMapping("/later")
  DeferredResult<String> later() {
    DeferredResult<String> result = new DeferredResult<>();
    Later.run(() -> result.setResult("later"));
    return result;
  }

  @ExceptionHandler(IllegalStateException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  void onConflict() {
    // The status says it.
  }
}
