package io.gnomon.benchmarks.overhead.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.benchmarks.overhead.contender.Contender;
import io.gnomon.benchmarks.overhead.figures.Figure;
import io.gnomon.benchmarks.overhead.figures.Figures;
import io.gnomon.benchmarks.overhead.process.Protocol;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Contender NONE =
      new Contender(Contender.NONE, "no agent", null, Protocol.OTLP, List.of());
  private static final Contender GNOMON =
      new Contender(Contender.GNOMON, "Gnomon", Path.of("g.jar"), Protocol.OTLP, List.of());
  private static final Contender OTHER =
      new Contender(
          Contender.OPENTELEMETRY, "OpenTelemetry", Path.of("o.jar"), Protocol.OTLP, List.of());

  private final Figures figures = new Figures();

  private void add(Contender contender, double... values) {
    for (double value : values) {
      figures.add(Figure.CLASSES, contender.name(), value);
    }
  }

  private Report report() {
    figures.exported(GNOMON.name(), Set.of("/v1/metrics"));
    return new Report(
        List.of(NONE, GNOMON, OTHER), figures, List.of("- a machine"), "## How it is measured\n");
  }

  private List<String> rows() {
    return report()
        .markdown("", "overhead")
        .lines()
        .filter(line -> line.startsWith("| loaded classes |"))
        .toList();
  }

  @Test
  void tellsWhatIsAddedRoundByRoundAndTheValuesThemselves() {
    add(NONE, 100, 110, 90);
    add(GNOMON, 150, 161, 140);
    add(OTHER, 600, 610, 591);

    assertThat(rows())
        .containsExactly(
            "| loaded classes | 50 (50 to 51) | 500 (500 to 501) | 1/10.0 | 1/3 | met |",
            "| loaded classes | 100 (90 to 110) | 150 (140 to 161) | 600 (591 to 610) |");
  }

  @Test
  void boundsWhatIsNotToldApartFromNoiseByItsWorstRound() {
    add(NONE, 100, 140, 90);
    add(GNOMON, 110, 130, 190);
    add(OTHER, 600, 640, 590);

    assertThat(rows().get(0)).endsWith("| ~ 10 (-10 to 100) | 500 | ≤ 1/5.0 | 1/3 | met |");
  }

  @Test
  void givesNoRatioToADifferenceThatIsNoise() {
    add(NONE, 100, 140, 90);
    add(GNOMON, 110, 150, 100);
    add(OTHER, 110, 150, 80);

    assertThat(rows().get(0)).endsWith("| 10 | ~ 10 (-10 to 10) |  | 1/3 | lost in noise |");
  }

  @Test
  void doesNotBoastOfANegativeDifference() {
    add(NONE, 100);
    add(GNOMON, 90);
    add(OTHER, 200);

    assertThat(rows().get(0)).contains("| ~ -10 | 100 | ≤ 0 |");
  }

  @Test
  void saysWhatAnAgentExportedAndHowItWasMeasured() {
    add(NONE, 100);

    assertThat(report().markdown("--quick", "overhead"))
        .contains("Written by `benchmarks/overhead --quick`;")
        .contains("- a machine\n- Gnomon exported: `/v1/metrics`\n")
        .endsWith("## How it is measured\n");
  }

  @Test
  void embedsThePlotsThatItMakes() {
    add(NONE, 100);
    add(GNOMON, 150);
    add(OTHER, 600);
    figures.add(Figure.JAR, GNOMON.name(), 7e6);

    Report report = report();

    assertThat(report.plots("cost")).containsOnlyKeys("cost-memory.svg");
    assertThat(report.markdown("", "cost")).contains("](cost-memory.svg)");
  }
}
