package io.gnomon.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class that is loaded from within a method of the JDK may need that method. */
class FirstTaskTest {

  @Test
  void loadsNoClassOfOurs() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                FirstTask.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(program.waitFor()).isZero();
    int prepared = lines.indexOf(FirstTask.PREPARED);
    int done = lines.indexOf(FirstTask.DONE);
    assertThat(lines.subList(0, prepared))
        .anyMatch(line -> line.contains("io.gnomon.tasks.Carried"));
    assertThat(lines.subList(prepared, done)).noneMatch(line -> line.contains("io.gnomon."));
  }
}
