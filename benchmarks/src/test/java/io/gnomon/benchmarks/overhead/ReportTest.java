package io.gnomon.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Contender NONE = new Contender(Contender.NONE, "no agent", null, List.of());
  private static final Contender GNOMON =
      new Contender(Contender.GNOMON, "Gnomon", Path.of("g.jar"), List.of());
  private static final Contender OTHER =
      new Contender(Contender.OPENTELEMETRY, "OpenTelemetry", Path.of("o.jar"), List.of());

  private final Figures figures = new Figures();

  private void add(Contender contender, double... values) {
    for (double value : values) {
      figures.add(Figure.CLASSES, contender, value);
    }
  }

  private String row() {
    figures.exported(GNOMON, Set.of("/v1/metrics"));
    Options options = Options.parse(Path.of("/nowhere"), new String[] {"--quick"});
    return new Report(options, List.of(NONE, GNOMON, OTHER), figures, "- a machine")
        .markdown()
        .lines()
        .filter(line -> line.startsWith("| loaded classes |"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsMedianAndSpreadAndWhatIsAddedRoundByRound() {
    add(NONE, 100, 110, 90);
    add(GNOMON, 150, 161, 140);
    add(OTHER, 600, 610, 591);

    assertThat(row())
        .isEqualTo(
            "| loaded classes | 100 (90 to 110) | 150 (140 to 161) | 600 (591 to 610)"
                + " | 50 | 500 | 1/10.0 | 1/3 |");
  }

  @Test
  void marksWhatIsSmallerThanTheSpreadWithoutAnAgent() {
    add(NONE, 100, 140, 90);
    add(GNOMON, 110, 150, 100);
    add(OTHER, 600, 640, 590);

    assertThat(row()).contains("| ~ 10 | 500 | ~ 1/50.0 |");
  }

  @Test
  void givesNoRatioToADifferenceThatIsNoise() {
    add(NONE, 100, 140, 90);
    add(GNOMON, 110, 150, 100);
    add(OTHER, 110, 150, 100);

    assertThat(row()).endsWith("| ~ 10 | ~ 10 |  | 1/3 |");
  }

  @Test
  void doesNotBoastOfANegativeDifference() {
    add(NONE, 100);
    add(GNOMON, 90);
    add(OTHER, 200);

    assertThat(row()).contains("| -10 | 100 | ≤ 0 |");
  }
}
