package io.gnomon.benchmarks.overhead.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CostRowsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path REPORT = ROOT.resolve("docs/overhead.md");
  private static final Pattern PLOT = Pattern.compile("\\]\\((overhead-[a-z]+\\.svg)\\)");

  private static final String A_REPORT =
      """
      Written by `benchmarks/overhead --rounds 4`; change nothing here by hand.

      - Date: 2026-11-25T03:09:00Z
      - Processors: 2 x AMD EPYC
      - JVM: OpenJDK 17
      - Agents: Gnomon of this commit, other-1.0

      | added | Gnomon | OpenTelemetry | Gnomon / OpenTelemetry | goal | is |
      |---|---:|---:|---:|---:|---|
      | threads | 2 | 11 | 1/5.5 | 1/3, ≤ 2 | met |
      | heap after GC, MB | 4.8 | 21.8 | 1/4.5 |  |  |

      | what | no agent | Gnomon |
      |---|---:|---:|
      | threads | 27 | 29 |
      """;

  private static final String BEGIN =
      "<!-- From docs/overhead.md, by benchmarks/overhead; change nothing here by hand. -->\n";
  private static final String END = "<!-- End of what is from docs/overhead.md. -->\n";

  @Test
  void quotesRowsThatHaveAGoalAndWhereTheyAreFrom() {
    String readme = "before\n" + BEGIN + "| old |\n" + END + "after\n";

    assertThat(CostRows.replaceIn(readme, A_REPORT))
        .isEqualTo(
            "before\n"
                + BEGIN
                + """
                | added | Gnomon | OpenTelemetry | ratio | goal | |
                |---|---:|---:|---:|---:|---|
                | threads | 2 | 11 | 1/5.5 | 1/3, ≤ 2 | met |

                `benchmarks/overhead --rounds 4` on 2026-11-25, 2 x AMD EPYC, OpenJDK 17; \
                Gnomon of this commit, other-1.0.
                """
                + END
                + "after\n");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> CostRows.replaceIn("no marks", A_REPORT))
        .hasMessageContaining("no marks");
    assertThatThrownBy(() -> CostRows.replaceIn(BEGIN + END, "| added |\n"))
        .hasMessageContaining("Written by");
  }

  @Test
  void theReadmeSaysWhatTheReportSays() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));

    assertThat(CostRows.replaceIn(readme, Files.readString(REPORT)).lines())
        .as("the README's cost is not what docs/overhead.md says; benchmarks/overhead writes both")
        .containsExactlyElementsOf(readme.lines().toList());
  }

  @Test
  void theReportsPlotsAreThere() throws IOException {
    assertThat(PLOT.matcher(Files.readString(REPORT)).results().map(plot -> plot.group(1)))
        .isNotEmpty()
        .allSatisfy(plot -> assertThat(REPORT.resolveSibling(plot)).exists());
  }
}
