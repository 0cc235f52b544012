package com.example.app;

/** Has an error page of its own. */
public final class PageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PageException() {
    super("the page fails as it may");
  }
}
