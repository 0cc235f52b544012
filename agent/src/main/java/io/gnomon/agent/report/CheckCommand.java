package io.gnomon.agent.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;

/** {@code check FILE}: prints what a report says and tells by the exit code whether all held. */
public final class CheckCommand {

  /** The word that calls it. */
  public static final String NAME = "check";

  /** What lets a budget pass that was not judged. */
  static final String ALLOW_UNUSED = "--allow-unused";

  private static final String USAGE =
      "usage: java -jar gnomon-agent.jar " + NAME + " [" + ALLOW_UNUSED + "] FILE";

  /** All that was set was judged, and nothing broke. */
  static final int HELD = 0;

  /** Something broke, or was not judged. */
  static final int BROKEN = 1;

  /** There is no report, or it is not said which. */
  static final int NO_REPORT = 2;

  /** Some 30,000 verdicts; whatever is larger is no report of ours. */
  static final int LARGEST_BYTES = 16 * 1024 * 1024;

  private static final int PART_BYTES = 64 * 1024;

  private static final int LONGEST_PATH = 300;

  private CheckCommand() {}

  /**
   * Runs it.
   *
   * @param arguments what stands behind {@code check}
   * @param out gets the table
   * @param err gets what is wrong
   * @return the exit code: 0 if all was judged and held, 1 if not, 2 without a report
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    String file = null;
    boolean allowUnused = false;
    for (String argument : arguments) {
      if (argument.equals(ALLOW_UNUSED)) {
        allowUnused = true;
      } else if (file == null && !argument.startsWith("-")) {
        file = argument;
      } else {
        return misused(err);
      }
    }
    return file == null ? misused(err) : check(file, allowUnused, out, err);
  }

  private static int misused(PrintStream err) {
    err.println(USAGE);
    return NO_REPORT;
  }

  private static int check(String file, boolean allowUnused, PrintStream out, PrintStream err) {
    try {
      Findings findings = new Findings(Report.of(text(file)), allowUnused);
      out.print(findings.text());
      return findings.allHeld() ? HELD : BROKEN;
    } catch (NotAReport | IOException | InvalidPathException e) {
      err.println(PlainText.of(file, LONGEST_PATH) + ": " + why(e));
      return NO_REPORT;
    }
  }

  private static String text(String file) throws IOException, NotAReport {
    Path path = Paths.get(file);
    if (Files.isDirectory(path)) {
      throw new NotAReport("a folder");
    }
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** A pipe or a device has no size to ask for, so this counts what is read. */
  private static byte[] bytes(Path path) throws IOException, NotAReport {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[PART_BYTES];
    try (InputStream in = Files.newInputStream(path)) {
      int left = LARGEST_BYTES + 1;
      int read = in.read(part, 0, PART_BYTES);
      while (read > 0) {
        bytes.write(part, 0, read);
        left -= read;
        read = in.read(part, 0, Math.min(left, PART_BYTES));
      }
    }
    if (bytes.size() > LARGEST_BYTES) {
      throw new NotAReport("larger than any report");
    }
    return bytes.toByteArray();
  }

  private static String why(Exception failure) {
    if (failure instanceof NotAReport) {
      return "no budget report: " + failure.getMessage();
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such file; a service writes it at its end, unless it is killed";
    }
    return "can't be read: " + PlainText.of(failure.toString(), LONGEST_PATH);
  }
}
