package io.gnomon.benchmarks.overhead.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedClassesTest {

  @TempDir Path directory;

  private Path jar(String... entries) throws IOException {
    Path jar = directory.resolve("agent.jar");
    Random random = new Random(1);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        byte[] content = new byte[100 + random.nextInt(900)];
        random.nextBytes(content);
        out.write(content);
      }
    }
    return jar;
  }

  private Path log(String... lines) throws IOException {
    return Files.write(directory.resolve("classes.txt"), List.of(lines));
  }

  private static long size(Path jar, String entry) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry(entry).getCompressedSize();
    }
  }

  @Test
  void findsClassesByNameWhereverTheAgentKeepsThem() throws IOException {
    Path jar =
        jar(
            "a/Start.class",
            "inner/a/b/Used.classdata",
            "inner/a/b/Left.classdata",
            "x.properties");
    Path log =
        log(
            "java.lang.Object source: shared objects file",
            "a.Start source: file:/agent.jar",
            "a.b.Used source: __ClassLoader::defineClass__",
            "a.b.Used$$Lambda$1/0x0001 source: a.b.Used");

    assertThat(LoadedClasses.compressedBytes(jar, log))
        .isEqualTo(size(jar, "a/Start.class") + size(jar, "inner/a/b/Used.classdata"));
  }

  @Test
  void countsAClassOfTwoLoadersOnce() throws IOException {
    Path jar = jar("inner/a/Used.classdata");
    Path log = log("a.Used source: one", "a.Used source: another");

    assertThat(LoadedClasses.compressedBytes(jar, log))
        .isEqualTo(size(jar, "inner/a/Used.classdata"));
  }
}
