package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.http.HttpClientInstrumentation;
import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import io.gnomon.instrumentation.advice.AdviceLibrary;
import io.gnomon.jdbc.JdbcInstrumentation;
import io.gnomon.jdbc.RowsInstrumentation;
import io.gnomon.jdbc.pools.PoolInstrumentation;
import io.gnomon.logging.LoggingInstrumentation;
import io.gnomon.servlet.ServletInstrumentation;
import io.gnomon.tasks.TasksInstrumentation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** All advice that any rule names is such that the inliner can weave it. */
class EveryAdviceTest {

  private static final List<InstrumentationModule> MODULES =
      List.of(
          new JdbcInstrumentation(),
          new RowsInstrumentation(),
          new PoolInstrumentation(),
          new ServletInstrumentation(),
          new HttpClientInstrumentation(),
          new LoggingInstrumentation(),
          new TasksInstrumentation());

  @Test
  void everyAdviceOfEveryRuleCanBeRead() {
    Set<String> names = new TreeSet<>();
    for (InstrumentationModule module : MODULES) {
      for (TypeRule rule : module.rules()) {
        addAll(names, rule.methods());
        addAll(names, rule.companions());
      }
    }
    AdviceLibrary library = new AdviceLibrary(EveryAdviceTest.class.getClassLoader());

    assertThat(names).hasSizeGreaterThan(80);
    for (String name : names) {
      assertThat(library.advice(name)).as(name).isNotNull();
    }
  }

  private static void addAll(Set<String> names, List<MethodRule> rules) {
    for (MethodRule rule : rules) {
      if (!rule.adviceClass().isEmpty()) {
        names.add(rule.adviceClass());
      }
    }
  }
}
