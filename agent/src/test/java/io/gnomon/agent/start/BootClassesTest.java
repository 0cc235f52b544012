package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.bootstrap.Probes;
import java.io.File;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BootClassesTest {

  @Test
  void namesEveryClassOfBootstrap() throws Exception {
    assertThat(BootClasses.NAMES).containsExactlyInAnyOrderElementsOf(classesOfBootstrap());
  }

  @Test
  void namesASuperclassBeforeItsSubclass() throws Exception {
    List<String> names = List.of(BootClasses.NAMES);
    for (String name : names) {
      Class<?> superclass = Class.forName(name, false, getClass().getClassLoader()).getSuperclass();
      if (superclass != null && superclass != Object.class) {
        assertThat(names.indexOf(superclass.getName())).isLessThan(names.indexOf(name));
      }
    }
  }

  private static List<String> classesOfBootstrap() throws Exception {
    File place = new File(Probes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (place.isDirectory()) {
      return classesIn(place.toPath());
    }
    try (FileSystem jar = FileSystems.newFileSystem(place.toPath())) {
      return classesIn(jar.getPath("/"));
    }
  }

  private static List<String> classesIn(Path root) throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .toList();
    }
  }
}
