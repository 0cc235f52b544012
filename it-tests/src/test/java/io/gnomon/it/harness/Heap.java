package io.gnomon.it.harness;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives in the heap of a service. */
public final class Heap {

  private static final long PATIENCE_SECONDS = 60;

  private Heap() {}

  /**
   * Counts the objects of a class that are still reachable, after a full collection.
   *
   * @param service in whose heap
   * @param type a full class name
   * @return how many
   */
  public static long reachable(Service service, String type) {
    Command.Result histogram =
        Command.run(
            List.of(Jdk.ofBuild().tool("jcmd"), "" + service.pid(), "GC.class_histogram"),
            Map.of(),
            PATIENCE_SECONDS);
    if (histogram.exit() != 0) {
      throw new AssertionError(histogram.out() + histogram.err());
    }
    Matcher line =
        Pattern.compile(
                "\\d+: +(\\d+) +\\d+ +" + Pattern.quote(type) + "( .*)?$", Pattern.MULTILINE)
            .matcher(histogram.out());
    return line.find() ? Long.parseLong(line.group(1)) : 0;
  }
}
