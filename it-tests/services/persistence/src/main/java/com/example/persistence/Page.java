package com.example.persistence;

/** What a page does. */
interface Page {

  /**
   * Does it.
   *
   * @throws Exception if it can't
   */
  void show() throws Exception;
}
