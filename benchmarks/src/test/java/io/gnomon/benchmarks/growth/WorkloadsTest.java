package io.gnomon.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every workload measures what its dimension has figures for. No figure of time is looked at. */
class WorkloadsTest {

  private static final Effort LEAST = new Effort(50_000_000, 12, 5_000_000);

  private static Set<String> keys(Dimension dimension) {
    return dimension.figures().stream().map(Figure::key).collect(Collectors.toSet());
  }

  @Test
  void fewTextsAreDigestedOnceEach() {
    Map<String, Double> figures = new Texts(Texts.SHAPES).measure(10, LEAST);

    assertThat(figures.keySet()).isEqualTo(keys(Dimension.TEXTS));
    assertThat(figures.get("allocated")).isZero();
  }

  @Test
  void literalsPastTheCacheAllocate() {
    Map<String, Double> figures = new Texts(Texts.LITERALS).measure(5_000, LEAST);

    assertThat(figures.get("allocated")).isBetween(1.0, 200.0);
  }

  @Test
  void seriesAreExported() throws Exception {
    try (Sink sink = new Sink()) {
      Map<String, Double> figures = new Series(sink.url()).measure(20, LEAST);

      assertThat(figures.keySet()).isEqualTo(keys(Dimension.SERIES));
      assertThat(figures.get("export")).isPositive();
    }
  }

  @Test
  void requestsWithManyQueriesAllocateNothing() {
    Map<String, Double> figures = new Queries().measure(100, LEAST);

    assertThat(figures.keySet()).isEqualTo(keys(Dimension.QUERIES));
    assertThat(figures.get("allocated")).isZero();
  }

  @Test
  void threadsServeAtTheSameTime() throws Exception {
    Map<String, Double> figures = new Threads().measure(4, LEAST);

    assertThat(figures.keySet()).isEqualTo(keys(Dimension.THREADS));
    assertThat(figures.get("time")).isPositive();
  }

  @Test
  void generatedClassesLoad(@TempDir Path directory) throws Exception {
    Path jar = directory.resolve("classes.jar");

    ClassesJar.write(jar, 20);

    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Class<?> looked = Class.forName(LoadClasses.name(10), true, loader);
      Class<?> other = Class.forName(LoadClasses.name(19), true, loader);
      assertThat(looked.getDeclaredConstructor().newInstance()).isInstanceOf(Runnable.class);
      assertThat(other.getDeclaredMethods()).hasSize(10);
      assertThat(other.getInterfaces()).isEmpty();
    }
  }
}
