package io.gnomon.benchmarks.growth;

/**
 * An application that loads so many classes; alone in its process but for an agent, so it uses no
 * class of the harness.
 */
final class LoadClasses {

  private static final double NANOS_PER_MILLI = 1e6;

  private static final int PER_PACKAGE = 100;

  private LoadClasses() {}

  /** The names of the generated classes, a hundred to a package. */
  static String name(int index) {
    return "com.example.shop.p" + index / PER_PACKAGE + ".Part" + index;
  }

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
      Class.forName(name(i));
    }
    long nanos = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    System.out.println("cpu=" + nanos / NANOS_PER_MILLI);
  }
}
