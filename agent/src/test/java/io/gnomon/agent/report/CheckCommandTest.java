package io.gnomon.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.gnomon.core.budgets.Objective;
import io.gnomon.core.budgets.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final FixedSource source = new FixedSource();

  private int check(String... arguments) {
    return CheckCommand.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String report(String... problems) throws IOException {
    ReportHead head =
        new ReportHead(
            1_764_032_523_456_000_000L, true, "shop", "1.2.3", 125_500_000_000L, List.of(problems));
    Path file = folder.resolve("report.json");
    return Files.writeString(file, ReportJson.of(head, source)).toString();
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static Verdict broken(String budget, String route) {
    return FixedSource.broken(
        budget, route, FixedSource.worst("GET", "500", "slow query SELECT review"));
  }

  @Test
  void whatHeldPasses() throws IOException {
    source.with("all", FixedSource.held("all", "/hello"));

    assertThat(check(report())).isZero();

    assertThat(said())
        .isEqualTo(
            """
            Budgets of shop at its end, after 2 min 6 s, 2025-11-25T01:02:03.456Z (Gnomon 1.2.3)

                  budget  route   objective   limit  requests  over  burn  breaches  worst request
            held  all     /hello  error-rate   0.1%       305     0  0.00         0

            0 of 1 verdict broken, 0 of 1 budget unused
            """);
    assertThat(complained()).isEmpty();
  }

  @Test
  void whatBrokeFailsAndStandsFirst() throws IOException {
    source.with("all", FixedSource.held("all", "/hello")).with("slow", broken("slow", "/slow"));

    assertThat(check(report())).isEqualTo(1);

    assertThat(said().lines().filter(line -> line.contains("/")).toList())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("BROKEN  slow    /slow   p99         200ms      1200    31")
                    .endsWith(
                        "GET 500 in 1.31 s, 14 queries in 1.10 s, at 2025-11-25T01:01:12.250Z:"
                            + " slow query SELECT review"),
            line -> assertThat(line).startsWith("held    all     /hello"));
    assertThat(said()).endsWith("1 of 2 verdicts broken, 0 of 2 budgets unused\n");
  }

  @Test
  void aBudgetThatMatchedNothingFailsUnlessAllowed() throws IOException {
    source.with("all", FixedSource.held("all", "/hello")).with("search");

    assertThat(check(report())).isEqualTo(1);
    assertThat(said()).contains("unused: no request matched budget search\n");
    assertThat(check("--allow-unused", report())).isZero();
    assertThat(check(report(), "--allow-unused")).isZero();
  }

  @Test
  void aBudgetThatHadTooFewRequestsToBreakFailsUnlessAllowed() throws IOException {
    source.with(
        "all",
        Verdict.of("all", "/hello", Objective.P99)
            .allowed("200ms", Verdict.BILLIONTHS / 100, FixedSource.WINDOW_NANOS)
            .minRequests(20)
            .window(19, 19)
            .run(190, 190)
            .build());

    assertThat(check(report())).isEqualTo(1);
    assertThat(said()).contains("\ntoo few  all");
    assertThat(check("--allow-unused", report())).isZero();
  }

  @Test
  void aBrokenBudgetIsNotExcusedByAllowingUnusedOnes() throws IOException {
    source.with("slow", broken("slow", "/slow"));

    assertThat(check("--allow-unused", report())).isEqualTo(1);
  }

  @Test
  void aRunWithoutBudgetsFailsUnlessAllowed() throws IOException {
    assertThat(check(report())).isEqualTo(1);
    assertThat(said()).contains("no budget is set: nothing was judged");
    assertThat(check("--allow-unused", report())).isZero();
  }

  @Test
  void aBudgetThatWasMisspeltFailsWhateverIsAllowed() throws IOException {
    source.with("all", FixedSource.held("all", "/hello"));
    String file = report("gnomon.budget.slow.p99=fast: expected a duration");

    assertThat(check("--allow-unused", file)).isEqualTo(1);

    assertThat(said()).contains("not in force: gnomon.budget.slow.p99=fast: expected a duration\n");
  }

  @Test
  void requestsPastABoundWereNotJudgedByTheirBudgetAndFailUnlessAllowed() throws IOException {
    source.with("all", FixedSource.held("all", "/hello"));
    source.requestsOverBound = 7;

    assertThat(check(report())).isEqualTo(1);
    assertThat(check("--allow-unused", report())).isZero();

    assertThat(said()).contains("7 requests had a route that was one too many");
  }

  @Test
  void nothingReachesTheTerminalThatDoesSomething() throws IOException {
    String hostile = "/\u001b[2J\u001b]0;title\u0007\r\n\u009b31m\u202e\u2028\u0000\u007f";
    source.with(
        hostile,
        FixedSource.broken(hostile, hostile, FixedSource.worst(hostile, hostile, hostile)));
    source.with(hostile + "unused");

    check(report(hostile));

    assertThat(said().codePoints().filter(c -> c != '\n'))
        .isNotEmpty()
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR);
    assertThat(said().lines()).hasSize(8);
  }

  @Test
  void namesOfOtherScriptsAndLongOnesKeepTheColumnsInLine() throws IOException {
    source.with("\u6771\u4eac", FixedSource.held("\u6771\u4eac", "/" + "x".repeat(5000)));
    source.with("b", FixedSource.held("b", "/\ud83d\ude00"));

    check(report());

    assertThat(said()).contains("\u6771\u4eac", "/\ud83d\ude00", "xxx...");
    assertThat(said().lines()).allMatch(line -> line.length() < 300);
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    String file = folder.resolve("none.json").toString();

    assertThat(check(file)).isEqualTo(2);

    assertThat(complained()).startsWith(file + ": there is no such file");
    assertThat(said()).isEmpty();
  }

  @Test
  void aFolderIsNoReport() {
    assertThat(check(folder.toString())).isEqualTo(2);
    assertThat(complained()).isEqualTo(folder + ": no budget report: a folder\n");
  }

  @Test
  void anotherFileIsNoReport() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"tests\": 12}");

    assertThat(check(file.toString())).isEqualTo(2);

    assertThat(complained())
        .isEqualTo(file + ": no budget report: schemaVersion is missing, expected a count\n");
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    Path file = folder.resolve("large");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(CheckCommand.LARGEST_BYTES + 1);
    }

    assertThat(check(file.toString())).isEqualTo(2);
    assertThat(complained()).contains("larger than any report");
  }

  @Test
  void aDeviceThatNeverEndsIsReadUpToTheBound() {
    Path device = Path.of("/dev/zero");
    assumeThat(device).exists();

    assertThat(check(device.toString())).isEqualTo(2);
    assertThat(complained()).contains("larger than any report");
  }

  @ParameterizedTest
  @CsvSource({
    "runRequests, 1e999, no count",
    "burn, 1e999, no number",
    "burn, 0.1234567890123456789012345678901, more than 30 digits"
  })
  void aNumberThatIsNoneOfOursIsToldAndNoReport(String field, String number, String why)
      throws IOException {
    source.with("all", FixedSource.held("all", "/" + "1".repeat(40)));
    Path file = Path.of(report());
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst("\"" + field + "\":[0-9.]+", "\"" + field + "\":" + number));

    assertThat(check(file.toString())).isEqualTo(2);
    assertThat(complained()).contains(why);
  }

  @Test
  void aRouteMayHoldManyDigits() throws IOException {
    source.with("all", FixedSource.held("all", "/\\\"" + "1".repeat(40)));

    assertThat(check(report())).isZero();
  }

  @Test
  void withoutAFileOrWithTwoItPrintsItsUsage() {
    assertThat(check()).isEqualTo(2);
    assertThat(check("--allow-unused")).isEqualTo(2);
    assertThat(check("a", "b")).isEqualTo(2);
    assertThat(check("--quiet", "a")).isEqualTo(2);
    assertThat(complained().lines()).hasSize(4).allMatch(line -> line.startsWith("usage: "));
  }
}
