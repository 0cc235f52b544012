package io.gnomon.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthReportTest {

  private final Results results = new Results();

  private void fill(Dimension dimension, String line, double perPoint) {
    for (Figure figure : dimension.figures()) {
      for (int count : dimension.points()) {
        results.add(dimension, figure, line, count, perPoint * count);
      }
    }
  }

  private GrowthReport report(String... arguments) {
    Options options = Options.parse(Path.of("/nowhere"), List.of(arguments));
    return new GrowthReport(options, results, List.of("- a machine"));
  }

  @Test
  void tellsSlopeVerdictAndGoal() {
    fill(Dimension.SERIES, Dimension.GNOMON, 0.02);

    String text = report("--only", "series").markdown();

    assertThat(text)
        .contains("Written by `benchmarks/growth --only series`", "- a machine")
        .contains(
            "| Series, 1 to 2,000 | CPU of one export | 0.02 ms | 40.0 ms | 20.00 µs per series"
                + " | linear | under 50 ms: reached |")
        .contains(
            "| Series, 1 to 2,000 | heap of all series | 0.02 MB | 40.0 MB | 20,000 B per series"
                + " | linear | under 32 MB: **missed** |")
        .contains("\n| 2,000 | 40.0 | 40.0 | 40.0 | 40.0 |\n")
        .contains("![CPU of one export](growth-series-export.svg)");
  }

  @Test
  void judgesWhatTheAgentAdds() {
    fill(Dimension.CLASSES, Dimension.NO_AGENT, 0.1);
    fill(Dimension.CLASSES, Dimension.GNOMON, 0.11);
    fill(Dimension.CLASSES, Dimension.ADDED, 0.01);

    String text = report("--only", "classes").markdown();

    assertThat(text)
        .contains(", Gnomon adds | CPU until all are loaded | 0.10 ms | 200.0 ms | 10.00 µs per")
        .doesNotContain("20,000, no agent |");
  }

  @Test
  void theMedianCountsAndTheSpreadIsShown() {
    fill(Dimension.QUERIES, Dimension.GNOMON, 1);
    fill(Dimension.QUERIES, Dimension.GNOMON, 2);
    fill(Dimension.QUERIES, Dimension.GNOMON, 9);

    assertThat(report("--only", "queries").markdown()).contains("| 10 | 20.0 (10.0 to 90.0) |");
  }

  @Test
  void plotsEveryFigure() {
    fill(Dimension.QUERIES, Dimension.GNOMON, 1);

    assertThat(report("--only", "queries").plots())
        .containsOnlyKeys(
            "growth-queries-time.svg", "growth-queries-allocated.svg", "growth-queries-heap.svg")
        .allSatisfy((file, svg) -> assertThat(svg).startsWith("<svg").contains("<polyline"));
  }
}
