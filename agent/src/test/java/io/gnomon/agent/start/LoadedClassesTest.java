package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.log.LogSettings;
import io.gnomon.core.log.QueuedLog;
import io.gnomon.core.settings.LayeredSettings;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {

  private static final LayeredSettings NO_SETTINGS =
      new LayeredSettings(new Properties(), Map.of(), null);

  private final Failures failures =
      new Failures(new QueuedLog(LogSettings.read(NO_SETTINGS), Clock.SYSTEM));
  private final List<List<Class<?>>> woven = new ArrayList<>();

  @Test
  void allAreWovenAtOnce() {
    LoadedClasses.weave(List.of(Integer.class, Long.class), jvmThatRefuses(Byte.class), failures);

    assertThat(woven).containsExactly(List.of(Integer.class, Long.class));
  }

  @Test
  void oneThatIsRefusedIsCountedAndTakesNoOtherWithIt() {
    LoadedClasses.weave(
        List.of(Integer.class, Byte.class, Long.class), jvmThatRefuses(Byte.class), failures);

    assertThat(woven).containsExactly(List.of(Integer.class), List.of(Long.class));
    assertThat(failures.count("weaver")).isEqualTo(1);
  }

  @Test
  void theJvmIsNotAskedForNothing() {
    LoadedClasses.weave(List.of(), jvmThatRefuses(Byte.class), failures);

    assertThat(woven).isEmpty();
  }

  private Instrumentation jvmThatRefuses(Class<?> refused) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("retransformClasses");
              List<Class<?>> types = List.of((Class<?>[]) arguments[0]);
              if (types.contains(refused)) {
                throw new UnmodifiableClassException();
              }
              woven.add(types);
              return null;
            });
  }
}
