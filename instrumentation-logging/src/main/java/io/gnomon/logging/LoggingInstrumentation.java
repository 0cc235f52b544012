package io.gnomon.logging;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where a log event takes what its thread says of itself (its MDC), in each library that we know by
 * name. That is when it is asked for it, on the thread that logs: an asynchronous appender asks
 * before it hands the event on.
 */
public final class LoggingInstrumentation implements InstrumentationModule {

  private static final String PACKAGE = "io.gnomon.logging.";
  private static final String LOG4J_INJECTOR =
      "org/apache/logging/log4j/core/impl/ThreadContextDataInjector$For";

  private final List<TypeRule> rules =
      Collections.unmodifiableList(Arrays.asList(logback(), log4j(), jboss()));

  /** Immutable. */
  public LoggingInstrumentation() {}

  @Override
  public String name() {
    return "logging";
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }

  private static TypeRule logback() {
    return TypeRule.named(
        Collections.singletonList("ch/qos/logback/classic/spi/LoggingEvent"),
        false,
        MethodRule.exact(
            "getMDCPropertyMap", "()Ljava/util/Map;", PACKAGE + "logback.PropertyMapAdvice"));
  }

  /** One for each kind of thread context map; the application's own injector is not woven. */
  private static TypeRule log4j() {
    return TypeRule.named(
        Arrays.asList(
            LOG4J_INJECTOR + "DefaultThreadContextMap",
            LOG4J_INJECTOR + "CopyOnWriteThreadContextMap",
            LOG4J_INJECTOR + "GarbageFreeThreadContextMap"),
        false,
        MethodRule.exact(
            "injectContextData",
            "(Ljava/util/List;Lorg/apache/logging/log4j/util/StringMap;)"
                + "Lorg/apache/logging/log4j/util/StringMap;",
            PACKAGE + "log4j.ContextDataAdvice"));
  }

  private static TypeRule jboss() {
    return TypeRule.named(
        Collections.singletonList("org/jboss/logmanager/ExtLogRecord"),
        false,
        MethodRule.exact("copyMdc", "()V", PACKAGE + "jboss.CopyAdvice"),
        MethodRule.exact("getMdcCopy", "()Ljava/util/Map;", PACKAGE + "jboss.AllAdvice"),
        MethodRule.exact(
            "getMdc", "(Ljava/lang/String;)Ljava/lang/String;", PACKAGE + "jboss.OneAdvice"));
  }
}
