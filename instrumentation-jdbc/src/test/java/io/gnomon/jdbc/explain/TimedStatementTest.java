package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.core.clock.Clock;
import java.lang.reflect.Proxy;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedStatementTest {

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final List<String> done = new ArrayList<>();
  private long nanos;
  private final TimedStatement statement =
      new TimedStatement(
          (Statement)
              Proxy.newProxyInstance(
                  TimedStatementTest.class.getClassLoader(),
                  new Class<?>[] {Statement.class},
                  (proxy, method, arguments) -> {
                    done.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                    return method.getReturnType() == boolean.class ? false : null;
                  }),
          new Clock() {
            @Override
            public long nanoTime() {
              return nanos;
            }

            @Override
            public long epochNanos() {
              return nanos;
            }
          });

  @Test
  void eachUseHasTheTimeThatTheOthersLeft() throws Exception {
    statement.execute("A");
    nanos += SECOND_NANOS;
    statement.query("B");
    nanos += 3 * SECOND_NANOS + 1;
    statement.execute("C");
    assertThat(done)
        .containsExactly(
            "setQueryTimeout 5",
            "execute A",
            "setQueryTimeout 4",
            "executeQuery B",
            "setQueryTimeout 1",
            "execute C");
  }

  @Test
  void whenTheTimeIsOverNothingMoreIsAsked() {
    nanos += PlanDialect.TIMEOUT_SECONDS * SECOND_NANOS;
    assertThatThrownBy(() -> statement.execute("A")).hasMessage("FAILED_TIME");
    assertThatThrownBy(() -> statement.query("B")).hasMessage("FAILED_TIME");
    assertThat(done).isEmpty();
  }
}
