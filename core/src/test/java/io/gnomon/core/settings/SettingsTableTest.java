package io.gnomon.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

  private static final SettingsCatalog CATALOG =
      new SettingsCatalog()
          .group("General", List.of(Setting.flag("gnomon.enabled", true, "On or off.")))
          .group(
              "Export",
              List.of(
                  Setting.text("otel.exporter.otlp.endpoint", "http://localhost:4318", "Where to."),
                  Setting.list("otel.exporter.otlp.headers", "", "Headers."),
                  Setting.choice("gnomon.c", "This|that.", "a|b", "c"),
                  Setting.duration("gnomon.d", "100ms", "A time."),
                  Setting.integer("gnomon.i", 5, 1, 9, "A number.")));

  @Test
  void textShowsTheValuesOfThisEnvironmentAndWhereTheyComeFrom() {
    Properties system = new Properties();
    system.setProperty("otel.exporter.otlp.endpoint", "http://u:geheim@collector:4318");
    system.setProperty("gnomon.i", "12");
    Map<String, String> environment =
        Map.of("OTEL_EXPORTER_OTLP_HEADERS", "api-key=geheim", "GNOMON_D", "2s");
    LayeredSettings settings = new LayeredSettings(system, environment, null);

    List<String> lines = new SettingsTable(CATALOG).text(settings).lines().toList();

    assertThat(lines)
        .extracting(SettingsTableTest::cells)
        .containsExactly(
            "Setting|Default|Type|Value here|From|Meaning",
            "",
            "General",
            "gnomon.enabled|true|true or false|true|default|On or off.",
            "",
            "Export",
            "otel.exporter.otlp.endpoint|http://localhost:4318|text|http://***@collector:4318"
                + "|system property otel.exporter.otlp.endpoint|Where to.",
            "otel.exporter.otlp.headers|-|list, separated by commas|api-key=***"
                + "|environment variable OTEL_EXPORTER_OTLP_HEADERS|Headers.",
            "gnomon.c|a|b|one of a|b, c|a|b|default|This|that.",
            "gnomon.d|100ms|duration, in ms without a unit, or off|2s"
                + "|environment variable GNOMON_D|A time.",
            "gnomon.i|5|whole number from 1 to 9|5|default|A number.");
  }

  private static String cells(String line) {
    return line.replaceAll(" {2,}", "|");
  }

  @Test
  void columnsStandBelowEachOther() {
    LayeredSettings settings = new LayeredSettings(new Properties(), Map.of(), null);

    List<String> lines = new SettingsTable(CATALOG).text(settings).lines().toList();

    int from = lines.get(0).indexOf("From");
    assertThat(lines)
        .filteredOn(line -> line.contains("."))
        .allSatisfy(line -> assertThat(line.substring(from)).startsWith("default"));
  }

  @Test
  void markdownIsTheSameEverywhere() {
    assertThat(new SettingsTable(CATALOG).markdown())
        .isEqualTo(
            """
            ### General

            | Setting | Default | Type | Meaning |
            |---|---|---|---|
            | `gnomon.enabled` | `true` | true or false | On or off. |

            ### Export

            | Setting | Default | Type | Meaning |
            |---|---|---|---|
            | `otel.exporter.otlp.endpoint` | `http://localhost:4318` | text | Where to. |
            | `otel.exporter.otlp.headers` |  | list, separated by commas | Headers. |
            | `gnomon.c` | `a\\|b` | one of a\\|b, c | This\\|that. |
            | `gnomon.d` | `100ms` | duration, in ms without a unit, or off | A time. |
            | `gnomon.i` | `5` | whole number from 1 to 9 | A number. |
            """);
  }
}
