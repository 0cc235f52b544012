package com.example.logs;

/** The log of the service: each line is written at once and, besides, by another thread. */
interface Log {

  /** Logs a line. */
  void say(String line);

  /** Puts an entry into the library's MDC. */
  void put(String key, String value);

  /** Takes it out again. */
  void remove(String key);
}
