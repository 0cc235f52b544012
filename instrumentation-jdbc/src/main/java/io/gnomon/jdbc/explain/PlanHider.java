package io.gnomon.jdbc.explain;

import io.gnomon.jdbc.digest.SqlDialect;
import io.gnomon.jdbc.digest.SqlTokens;
import io.gnomon.jdbc.digest.SqlTokens.Kind;

/**
 * Takes the literals out of a plan of PostgreSQL's, which is read as one text: a line break may be
 * part of a literal. Costs stay, and names; each other number goes, for it may be a literal.
 */
final class PlanHider {

  /** How long a plan is told at most. */
  static final int MAX_PLAN_CHARS = 8 * 1024;

  /** How much of a plan is read at most; literals may be much of it. */
  static final int MAX_READ_CHARS = 32 * 1024;

  private static final String[] COSTS = {"(cost=", "..", " rows=", " width="};

  private PlanHider() {}

  /**
   * A plan without literals.
   *
   * @param plan the lines of EXPLAIN
   * @throws NoPlanException if literals can't be told from the rest
   */
  static String hide(String plan) throws NoPlanException {
    SqlTokens tokens = new SqlTokens(plan, SqlDialect.POSTGRESQL);
    StringBuilder hidden = new StringBuilder();
    for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
      hidden.append(isBlank(tokens.gap()) ? tokens.gap() : " ");
      int end = kind == Kind.PUNCTUATION ? endOfCosts(plan, tokens.start()) : -1;
      if (end > 0) {
        hidden.append(plan, tokens.start(), end);
        tokens.skipTo(end);
      } else {
        String token = tokens.token();
        hidden.append(isLiteral(kind, token) ? "?" : token);
      }
    }
    if (tokens.isUnreadable()) {
      throw new NoPlanException(Outcome.FAILED_READING);
    }
    return cut(hidden);
  }

  /** What is told of a plan. */
  static String cut(StringBuilder plan) {
    if (plan.length() > MAX_PLAN_CHARS) {
      plan.setLength(MAX_PLAN_CHARS - 3);
      plan.append("...");
    }
    return plan.toString();
  }

  private static boolean isLiteral(Kind kind, String token) {
    return kind == Kind.VALUE
        || (kind == Kind.WORD
            && (token.equalsIgnoreCase("true") || token.equalsIgnoreCase("false")));
  }

  private static boolean isBlank(String gap) {
    for (int i = 0; i < gap.length(); i++) {
      if (gap.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Where {@code (cost=0.00..35.50 rows=2550 width=4)} ends that starts here, or -1. */
  private static int endOfCosts(String plan, int start) {
    int i = start;
    for (String label : COSTS) {
      if (!plan.startsWith(label, i)) {
        return -1;
      }
      i = endOfNumber(plan, i + label.length());
    }
    return plan.startsWith(")", i) ? i + 1 : -1;
  }

  private static int endOfNumber(String plan, int start) {
    int i = start;
    while (i < plan.length() && isNumberPart(plan, i)) {
      i++;
    }
    return i;
  }

  private static boolean isNumberPart(String plan, int i) {
    char c = plan.charAt(i);
    return (c >= '0' && c <= '9') || (c == '.' && !plan.startsWith("..", i));
  }
}
