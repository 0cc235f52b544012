package io.gnomon.it.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * A program that {@code java} runs.
 *
 * @param arguments what comes behind the options: {@code -cp path Main} or {@code -jar path}
 */
record JavaProgram(List<String> arguments) implements Launcher {

  @Override
  public void prepare(ProcessBuilder process, Jdk jdk, List<String> options) {
    List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
    command.addAll(options);
    command.addAll(arguments);
    process.command(command);
  }
}
