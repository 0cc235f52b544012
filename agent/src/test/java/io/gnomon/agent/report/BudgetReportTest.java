package io.gnomon.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.AgentLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetReportTest {

  @TempDir Path folder;

  private final List<String> lines = new ArrayList<>();
  private final FixedSource source = new FixedSource();
  private Path file;

  @BeforeEach
  void inTheFolder() {
    file = folder.resolve("report.json");
    source.with("caf\u00e9", FixedSource.held("caf\u00e9", "/caf\u00e9"));
  }

  private BudgetReport report(Path to) {
    return new BudgetReport(to.toString(), "shop", "1.2.3", source, Clock.SYSTEM, log());
  }

  private AgentLog log() {
    return new AgentLog() {
      @Override
      public void info(String line) {
        lines.add("INFO " + line);
      }

      @Override
      public void warn(String line) {
        lines.add("WARN " + line);
      }

      @Override
      public void debug(String line) {
        lines.add("DEBUG " + line);
      }
    };
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void theEndIsWrittenInUtf8AndNothingElseIsLeft() throws Exception {
    report(file).finish();

    Report read = Report.of(Files.readString(file, StandardCharsets.UTF_8));
    assertThat(read.ended).isTrue();
    assertThat(read.rows.get(0).route).isEqualTo("/caf\u00e9");
    assertThat(files()).containsExactly(file);
    assertThat(lines).containsExactly("INFO budget report written to " + file);
  }

  @Test
  void onDemandItSaysThatTheRunGoesOn() throws Exception {
    BudgetReport report = report(file);

    report.write();

    assertThat(Report.of(Files.readString(file)).ended).isFalse();
    assertThat(Report.of(report.json()).ended).isFalse();
    assertThat(lines).isEmpty();
  }

  @Test
  void anEarlierReportIsReplaced() throws Exception {
    Files.writeString(file, "{\"schemaVersion\":1}" + " ".repeat(100_000));

    report(file).finish();

    assertThat(Report.of(Files.readString(file)).service).isEqualTo("shop");
  }

  @Test
  void theReportOfAnEarlierRunIsGoneFromTheStartOn() throws IOException {
    Files.writeString(file, "{\"schemaVersion\":1}");

    report(file).begin(List.of());

    assertThat(file).doesNotExist();
    assertThat(lines).isEmpty();
  }

  @Test
  void onlyWhatIsWrongWithBudgetsIsReported() throws Exception {
    BudgetReport report = report(file);

    report.begin(
        List.of(
            "gnomon.log.level=loud: expected one of info, warn, debug, off",
            "gnomon.budget.a.p99=fast: expected a duration",
            "environment variable GNOMON_BUDGET_A_P95: no such setting"));

    assertThat(Report.of(report.json()).problems)
        .hasSize(2)
        .allMatch(line -> line.toLowerCase(Locale.ROOT).contains("budget"));
  }

  @Test
  void whatMayConcernBudgetsIsReportedToo() throws Exception {
    BudgetReport report = report(file);
    List<String> lines =
        List.of(
            "gnomon.config.file=/etc/gnomon: cannot be read (java.io.IOException)",
            "gnomon.budget=fast: no such setting",
            "environment variable GNOMON_BUDGET: no such setting",
            "3 more problems with settings");

    report.begin(lines);

    assertThat(Report.of(report.json()).problems).isEqualTo(lines);
  }

  @Test
  void aFolderThatIsMissingIsToldAtStart() {
    Path lost = folder.resolve("none").resolve("report.json");

    report(lost).begin(List.of());

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("WARN gnomon.budget.report=" + lost + ": no report can be written: ")
        .endsWith("its folder does not exist");
  }

  @Test
  void whatCantBeWrittenIsOneLine() throws IOException {
    report(folder.resolve("none").resolve("report.json")).finish();

    assertThat(lines).singleElement().asString().startsWith("WARN gnomon.budget.report=");
    assertThat(files()).isEmpty();
  }

  @Test
  void whoAsksIsToldWhyItCantBeWritten() {
    BudgetReport report = report(folder.resolve("none").resolve("report.json"));

    assertThatThrownBy(report::write).isInstanceOf(IOException.class);
    assertThat(lines).isEmpty();
  }

  @Test
  void aFolderIsNeitherRemovedNorReplaced() throws IOException {
    Files.createDirectory(file);

    report(file).begin(List.of());
    report(file).finish();

    assertThat(file).isEmptyDirectory();
    assertThat(files()).containsExactly(file);
    assertThat(lines).hasSize(2).allMatch(line -> line.contains("it is no plain file"));
  }

  @Test
  void aDeviceIsNeitherRemovedNorReplaced() {
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();

    report(device).begin(List.of());
    report(device).finish();

    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(lines).hasSize(2).allMatch(line -> line.contains("it is no plain file"));
  }

  @Test
  void aLinkKeepsPointingToTheReport() throws Exception {
    Path target = Files.writeString(folder.resolve("target.json"), "{\"schemaVersion\":1}");
    Files.createSymbolicLink(file, target);
    BudgetReport report = report(file);

    report.begin(List.of());
    report.finish();

    assertThat(file).isSymbolicLink();
    assertThat(Report.of(Files.readString(target)).service).isEqualTo("shop");
  }

  @Test
  void aLinkToWhatIsNotThereYetKeepsPointingToTheReport() throws Exception {
    Path target = Files.createDirectory(folder.resolve("a")).resolve("target.json");
    Files.createSymbolicLink(file, folder.relativize(target));
    BudgetReport report = report(file);

    report.begin(List.of());
    report.finish();

    assertThat(file).isSymbolicLink();
    assertThat(Report.of(Files.readString(target)).service).isEqualTo("shop");
  }

  @Test
  void linksThatLeadInACircleAreTold() throws IOException {
    Files.createSymbolicLink(file, file);

    report(file).begin(List.of());

    assertThat(lines).singleElement().asString().endsWith("its links lead nowhere");
  }

  @Test
  void whatIsNoReportIsLeftAloneAndToldOnce() throws IOException {
    Files.writeString(file, "{\"tests\": 12}");
    BudgetReport report = report(file);

    report.begin(List.of());
    assertThat(file).hasContent("{\"tests\": 12}");
    report.finish();

    assertThat(file).hasContent("{\"tests\": 12}");
    assertThat(lines).singleElement().asString().startsWith("WARN ").endsWith("it is no report");
  }

  @Test
  void anEmptyFileIsReplaced() throws IOException {
    Files.createFile(file);

    report(file).begin(List.of());

    assertThat(file).doesNotExist();
    assertThat(lines).isEmpty();
  }

  @Test
  void aPathThatIsNoneIsToldOnOneLine() {
    new BudgetReport("re\u0000port\n", "shop", "1", source, Clock.SYSTEM, log()).finish();

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("WARN gnomon.budget.report=re?port?: no report can be written: ")
        .doesNotContain("\n", "\u0000");
  }
}
