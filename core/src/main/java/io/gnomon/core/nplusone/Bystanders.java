package io.gnomon.core.nplusone;

import io.gnomon.core.query.QueryShape;

/**
 * Statements that say nothing of what the application is after. Pools and frameworks put them
 * between its own: a test whether the connection lives ({@code SELECT 1}), the state of a session
 * or transaction. And those whose text is not known or hidden: they share a shape and may be
 * different.
 */
final class Bystanders {

  private static final String[] OPERATIONS = {
    "SET", "RESET", "SHOW", "USE", "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"
  };

  /** What a test selects. */
  private static final String[] TESTS = {"SELECT ?", "VALUES ?", "VALUES (?)", "VALUES(?)"};

  /** How a hidden text begins. */
  private static final char HIDDEN = '[';

  private static final String FROM = " FROM ";

  private Bystanders() {}

  static boolean contain(QueryShape shape) {
    String text = shape.text();
    if (text.isEmpty() || text.charAt(0) == HIDDEN) {
      return true;
    }
    for (String operation : OPERATIONS) {
      if (startsWith(text, operation) && isEndOfWord(text, operation.length())) {
        return true;
      }
    }
    for (String test : TESTS) {
      if (startsWith(text, test) && isEndOrOneTable(text, test.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEndOfWord(String text, int index) {
    return index == text.length() || !Character.isJavaIdentifierPart(text.charAt(index));
  }

  /** As Oracle's DUAL: a test that reads a table has no condition. */
  private static boolean isEndOrOneTable(String text, int index) {
    return index == text.length()
        || (text.regionMatches(true, index, FROM, 0, FROM.length())
            && text.indexOf(' ', index + FROM.length()) < 0);
  }

  private static boolean startsWith(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
