package io.gnomon.benchmarks.growth;

/** An application that loads so many classes; alone in its process but for an agent. */
final class LoadClasses {

  private static final double NANOS_PER_MILLI = 1e6;

  private LoadClasses() {}

  /**
   * Loads them and prints the CPU that the process took until then.
   *
   * @param args how many
   * @throws ClassNotFoundException if they are not on the class path
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws ClassNotFoundException {
    int count = Integer.parseInt(args[0]);
    for (int i = 0; i < count; i++) {
      Class.forName(ClassesJar.name(i));
    }
    long nanos = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    System.out.println("cpu=" + nanos / NANOS_PER_MILLI);
  }
}
