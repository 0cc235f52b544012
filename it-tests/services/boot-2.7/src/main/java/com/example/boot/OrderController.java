package com.example.boot;

import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** What controllers do: answer, fail, have their failures handled, answer later. */
@RestController
@RequestMapping("/orders/{id}")
public class OrderController {

  private static final long DEFERRED_MILLIS = 80;

  /** Handled by the controller itself. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @GetMapping
  String order(@PathVariable("id") String id) {
    return "order " + id;
  }

  @GetMapping("/entity")
  ResponseEntity<String> entity(@PathVariable("id") String id) {
    return ResponseEntity.accepted().body("order " + id);
  }

  @GetMapping("/fails")
  String fails(@PathVariable("id") String id) {
    throw new IllegalStateException("order " + id);
  }

  @GetMapping("/refused")
  String refused(@PathVariable("id") String id) {
    throw new RefusedException();
  }

  @ExceptionHandler(RefusedException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  String onRefused() {
    return "refused";
  }

  @GetMapping("/callable")
  Callable<String> callable(@PathVariable("id") String id) {
    return () -> "order " + id;
  }

  @GetMapping("/callable-fails")
  Callable<String> callableFails(@PathVariable("id") String id) {
    return () -> fails(id);
  }

  @GetMapping("/callable-refused")
  Callable<String> callableRefused(@PathVariable("id") String id) {
    return () -> refused(id);
  }

  @GetMapping("/deferred")
  DeferredResult<String> deferred(@PathVariable("id") String id) {
    DeferredResult<String> later = new DeferredResult<>();
    Thread thread =
        new Thread(
            () -> {
              pause();
              later.setResult("order " + id);
            },
            "app-later");
    thread.setDaemon(true);
    thread.start();
    return later;
  }

  private static void pause() {
    try {
      Thread.sleep(DEFERRED_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
