package io.gnomon.jdbc;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import io.gnomon.jdbc.pools.PoolClasses;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is woven besides to count rows: {@code next} and {@code close} of results, told by methods
 * that only results have, and {@code getResultSet} of statements. Immutable.
 */
public final class RowsInstrumentation implements InstrumentationModule {

  private static final String ADVICE = "io.gnomon.jdbc.advice.";
  private static final List<String> JDBC = Collections.singletonList("java/sql/");

  private final List<TypeRule> rules =
      Collections.unmodifiableList(
          Arrays.asList(
              TypeRule.mentioning(
                      JDBC,
                      true,
                      MethodRule.marker("wasNull", "()Z"),
                      MethodRule.marker("findColumn", "(Ljava/lang/String;)I"),
                      MethodRule.marker("isBeforeFirst", "()Z"),
                      MethodRule.marker("isAfterLast", "()Z"))
                  .with(
                      MethodRule.exact("next", "()Z", ADVICE + "NextAdvice"),
                      MethodRule.exact("close", "()V", ADVICE + "CloseAdvice"))
                  .except(PoolClasses.PACKAGES),
              TypeRule.mentioning(
                      JDBC,
                      false,
                      MethodRule.exact(
                          "getResultSet", "()Ljava/sql/ResultSet;", ADVICE + "ResultAdvice"))
                  .except(PoolClasses.PACKAGES)));

  /** The one set of rules. */
  public RowsInstrumentation() {}

  @Override
  public String name() {
    return "rows";
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }
}
