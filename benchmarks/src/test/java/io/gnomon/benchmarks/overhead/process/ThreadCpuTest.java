package io.gnomon.benchmarks.overhead.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadCpuTest {

  @TempDir Path tasks;

  private void thread(String id, String name, long nanos) throws IOException {
    Path thread = Files.createDirectory(tasks.resolve(id));
    Files.writeString(thread.resolve("comm"), name + "\n");
    Files.writeString(thread.resolve("schedstat"), nanos + " 17 4\n");
  }

  @Test
  void tellsTheCompilerFromTheWork() throws IOException {
    thread("11", "http-nio-127.0.", 1_000);
    thread("12", "C2 CompilerThre", 500);
    thread("13", "C1 CompilerThre", 70);
    thread("14", "GC Thread#0", 30);
    Files.createDirectory(tasks.resolve("15"));

    ThreadCpu cpu = ThreadCpu.of(tasks);

    assertThat(cpu).isEqualTo(new ThreadCpu(1_600, 570));
    assertThat(cpu.since(new ThreadCpu(600, 70)).workNanos()).isEqualTo(500);
    assertThat(cpu.and(cpu)).isEqualTo(new ThreadCpu(3_200, 1_140));
  }
}
