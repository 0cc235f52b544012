package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsCatalog;
import io.gnomon.core.settings.SettingsTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsCatalogTest {

  private static final String BEGIN = "<!-- settings: begin -->\n";
  private static final String END = "<!-- settings: end -->";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Properties properties, String... command) {
    return CommandLine.run(
        command,
        new LayeredSettings(properties, Map.of(), null),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void everyNameIsThereOnce() {
    SettingsCatalog catalog = AgentSettings.catalog();
    List<String> names = new ArrayList<>();
    for (int group = 0; group < catalog.groups().size(); group++) {
      for (Setting<?> setting : catalog.settings(group)) {
        names.add(setting.name());
      }
    }
    assertThat(names).doesNotHaveDuplicates().contains("gnomon.enabled", "otel.service.name");
  }

  @Test
  void theReadmeHasTheTableOfTheCommandSettingsMarkdown() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"));

    assertThat(readme).contains(BEGIN).contains(END);
    assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)).trim())
        .isEqualTo(new SettingsTable(AgentSettings.catalog()).markdown().trim());
  }

  @Test
  void settingsPrintsValuesAndMasksSecrets() {
    Properties properties = new Properties();
    properties.setProperty("gnomon.jdbc.slow-query-threshold", "250ms");
    properties.setProperty("otel.exporter.otlp.headers", "api-key=verysecret");

    assertThat(run(properties, "settings")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("250ms")
        .contains("***")
        .doesNotContain("verysecret");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void settingsTellsEveryMistakeAndFails() {
    Properties properties = new Properties();
    properties.setProperty("gnomon.jdbc.slow-query-treshold", "250ms");
    properties.setProperty("gnomon.log.level", "loud");

    assertThat(run(properties, "settings")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("gnomon.jdbc.slow-query-threshold"))
        .anyMatch(line -> line.contains("loud"));
  }

  @Test
  void settingsShowsTheBudgetsThatAreSet() {
    Properties properties = new Properties();
    properties.setProperty("gnomon.budget.checkout.route", "/checkout/**");
    properties.setProperty("gnomon.budget.checkout.p99", "200ms");
    properties.setProperty("gnomon.budget.checkout.p98", "300ms");

    assertThat(run(properties, "settings")).isEqualTo(1);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("gnomon.budget.checkout.route .*/checkout/\\*\\*")
        .containsPattern("gnomon.budget.checkout.p99 .*200ms")
        .doesNotContain("gnomon.budget.checkout.queries");
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("gnomon.budget.checkout.p98");
  }

  @Test
  void anUnknownCommandPrintsTheUsage() {
    assertThat(run(new Properties(), "setings")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage:");
  }
}
