package io.gnomon.otlpreceiver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The receiver as a program: prints what arrived every few seconds, and once more when it is ended
 * (Ctrl-C or SIGTERM).
 */
public final class ReceiverMain {

  private static final String USAGE =
      "options: --port N (default 0, a free one), --port-file FILE (where the port is written),"
          + " --every SECONDS (default 10; 0 for only at the end)";
  private static final int USAGE_ERROR = 2;

  private int port;
  private long everySeconds = 10;
  private @Nullable Path portFile;

  private ReceiverMain() {}

  /**
   * Runs until it is ended.
   *
   * @param arguments see the usage, printed for a wrong one
   * @throws IOException if it can't listen
   * @throws InterruptedException never in practice
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ReceiverMain main = new ReceiverMain();
    try {
      main.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n" + USAGE);
      System.exit(USAGE_ERROR);
    }
    main.run();
  }

  private void parse(String[] arguments) {
    if (arguments.length % 2 != 0) {
      throw new IllegalArgumentException("an option lacks its value");
    }
    for (int i = 0; i < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--port" -> port = Integer.parseInt(value);
        case "--port-file" -> portFile = Path.of(value);
        case "--every" -> everySeconds = Long.parseLong(value);
        default -> throw new IllegalArgumentException("no such option: " + arguments[i]);
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    OtlpReceiver receiver = OtlpReceiver.start(port);
    Report report = new Report(receiver);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> out.print("\n=== at the end ===\n" + report.print()), "last-report"));
    out.println(
        "OTLP receiver: http/protobuf on "
            + receiver.httpEndpoint()
            + ", grpc on "
            + receiver.grpcEndpoint());
    tell(receiver);
    while (true) {
      TimeUnit.SECONDS.sleep(everySeconds == 0 ? Long.MAX_VALUE : everySeconds);
      out.print("\n" + report.print());
    }
  }

  private void tell(OtlpReceiver receiver) throws IOException {
    if (portFile != null) {
      String endpoint = receiver.httpEndpoint();
      Path whole = Path.of(portFile + ".new");
      Files.writeString(whole, endpoint.substring(endpoint.lastIndexOf(':') + 1));
      Files.move(whole, portFile);
    }
  }
}
