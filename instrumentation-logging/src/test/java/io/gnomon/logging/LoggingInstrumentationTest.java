package io.gnomon.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.bootstrap.LogHandler;
import io.gnomon.bootstrap.LogProbe;
import io.gnomon.bootstrap.Probes;
import io.gnomon.instrumentation.WeavingLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The libraries, woven in this JVM: each event is taken twice, on the thread that logs and then, as
 * by an asynchronous appender, on another one, and told as "trace span flags other" each time.
 */
class LoggingInstrumentationTest {

  private static final String MAP = "log4j2.threadContextMap";
  private static final String SPI = "org.apache.logging.log4j.spi.";
  private static final ThreadLocal<Map<String, String>> IDS = new ThreadLocal<>();

  @BeforeAll
  static void install() {
    Probes.install(
        new LogHandler() {
          @Override
          protected Map<String, String> ids() {
            Map<String, String> ids = IDS.get();
            return ids == null ? null : new HashMap<>(ids);
          }

          @Override
          protected void failed(Throwable failure) {
            throw new AssertionError(failure);
          }
        });
  }

  @AfterEach
  void leave() {
    IDS.remove();
    System.clearProperty(MAP);
    Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
  }

  private static void enter() {
    IDS.set(Map.of(LogProbe.TRACE_ID, "t1", LogProbe.SPAN_ID, "s1", LogProbe.TRACE_FLAGS, "00"));
  }

  /** The logging libraries and the shop that logs. */
  private static WeavingLoader libraries() {
    return new WeavingLoader(
        new LoggingInstrumentation(),
        "shop.",
        "org.slf4j.",
        "ch.qos.",
        "org.apache.logging.",
        "org.jboss.");
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<String> shop(WeavingLoader loader, String name) throws Exception {
    // Log4j looks up its thread context map there.
    Thread.currentThread().setContextClassLoader(loader);
    return (UnaryOperator<String>)
        loader.loadClass("shop." + name).getDeclaredConstructor().newInstance();
  }

  private static void check(String name, String... wovenClasses) throws Exception {
    WeavingLoader loader = libraries();
    UnaryOperator<String> shop = shop(loader, name);

    assertThat(shop.apply("other=o")).isEqualTo("   o/   o");
    enter();
    assertThat(shop.apply("")).isEqualTo("t1 s1 00 /t1 s1 00 ");
    assertThat(shop.apply("other=o")).isEqualTo("t1 s1 00 o/t1 s1 00 o");
    assertThat(shop.apply("span_id=mine")).isEqualTo("t1 mine 00 /t1 mine 00 ");
    assertThat(shop.apply("trace_id=mine")).isEqualTo("mine   /mine   ");
    assertThat(shop.apply("")).isEqualTo("t1 s1 00 /t1 s1 00 ");
    IDS.remove();
    assertThat(shop.apply("")).isEqualTo("   /   ");

    assertThat(loader.failed()).isEmpty();
    assertThat(loader.woven())
        .extracting(woven -> woven.substring(woven.lastIndexOf('/') + 1))
        .contains(wovenClasses);
  }

  @Test
  void logback() throws Exception {
    check("LogbackShop", "LoggingEvent");
  }

  @ParameterizedTest
  @CsvSource({
    "DefaultThreadContextMap, ForDefaultThreadContextMap",
    "CopyOnWriteSortedArrayThreadContextMap, ForCopyOnWriteThreadContextMap",
    "GarbageFreeSortedArrayThreadContextMap, ForGarbageFreeThreadContextMap"
  })
  void log4j(String map, String injector) throws Exception {
    System.setProperty(MAP, SPI + map);
    check("Log4jShop", "ThreadContextDataInjector$" + injector);
  }

  @Test
  void jboss() throws Exception {
    check("JBossShop", "ExtLogRecord");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LogbackShop", "Log4jShop", "JBossShop"})
  void anEventThatIsAskedOnAnotherThreadForTheFirstTimeSaysNothingOfOurs(String name)
      throws Exception {
    UnaryOperator<String> shop = shop(libraries(), name);
    enter();

    assertThat(CompletableFuture.supplyAsync(() -> shop.apply("")).join()).isEqualTo("   /   ");
  }
}
