package io.gnomon.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredSettingsTest {

  private static final Setting<String> TEXT =
      Setting.text("gnomon.some-text.x", "by default", "A text.");
  private static final Setting<Long> THRESHOLD =
      Setting.duration("gnomon.jdbc.slow-query-threshold", "100ms", "When a query is slow.");
  private static final Setting<List<String>> HEADERS =
      Setting.list("otel.exporter.otlp.headers", "", "Headers.");
  private static final Setting<Integer> PORT =
      Setting.integer("gnomon.number", 5, 1, 20, "A number.");

  @TempDir private Path directory;

  private Properties system;
  private Map<String, String> environment;
  private @Nullable String arguments;

  @BeforeEach
  void nothingSet() {
    system = new Properties();
    environment = new HashMap<>();
    arguments = null;
  }

  private LayeredSettings settings() {
    return new LayeredSettings(system, environment, arguments);
  }

  private Path file(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("gnomon.properties"), content);
    system.setProperty("gnomon.config.file", file.toString());
    return file;
  }

  private static SettingsCatalog catalog() {
    return new SettingsCatalog()
        .group("General", GeneralSettings.all())
        .group("More", List.of(TEXT, THRESHOLD, HEADERS, PORT))
        .knownPrefix("gnomon.budget.");
  }

  @Test
  void theFirstSourceThatHasAValueGivesIt() throws IOException {
    Path file = file("gnomon.some-text.x=by file");
    List<String> values = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    Runnable look =
        () -> {
          values.add(settings().get(TEXT));
          sources.add(settings().source(TEXT));
        };

    look.run();
    arguments = "gnomon.enabled=true,gnomon.some-text.x=by argument";
    look.run();
    environment.put("GNOMON_SOME_TEXT_X", "by environment");
    look.run();
    system.setProperty("gnomon.some-text.x", "by property");
    look.run();

    assertThat(values).containsExactly("by file", "by argument", "by environment", "by property");
    assertThat(sources)
        .containsExactly(
            "file " + file,
            "agent argument gnomon.some-text.x",
            "environment variable GNOMON_SOME_TEXT_X",
            "system property gnomon.some-text.x");
  }

  @Test
  void withoutASourceTheDefaultHolds() {
    assertThat(settings().get(TEXT)).isEqualTo("by default");
    assertThat(settings().source(TEXT)).isEqualTo("default");
    assertThat(settings().printable(TEXT)).isEqualTo("by default");
    assertThat(settings().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t"})
  void anEmptyValueIsNotSet(String empty) {
    system.setProperty("gnomon.some-text.x", empty);
    environment.put("GNOMON_SOME_TEXT_X", empty);
    arguments = "gnomon.some-text.x= by argument ";

    assertThat(settings().get(TEXT)).isEqualTo("by argument");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "otel.exporter.otlp.headers=a=1,b=2,gnomon.number=3 | a=1,b=2 | 3",
        "otel.exporter.otlp.headers=a=1,gnomon.number=3,    | a=1     | 3",
        "gnomon.number=3,otel.exporter.otlp.headers=x,y     | x,y     | 3",
        " gnomon.number = 3 , otel.exporter.otlp.headers=x  | x       | 3",
        "gnomon.number=2,otel.exporter.otlp.headers=x,gnomon.number=3 | x | 3",
      })
  void aValueInTheAgentArgumentsMayHoldCommas(String text, String headers, int number) {
    arguments = text;

    assertThat(String.join(",", settings().get(HEADERS))).isEqualTo(headers);
    assertThat(settings().get(PORT)).isEqualTo(number);
    assertThat(settings().problems()).filteredOn(p -> p.contains("argument: ")).isEmpty();
  }

  @Test
  void anAgentArgumentThatIsNoSettingIsToldWithoutItsValue() {
    arguments = "password=geheim,debug,gnomon.number=3";

    LayeredSettings settings = settings();

    assertThat(settings.get(PORT)).isEqualTo(3);
    assertThat(settings.problems())
        .containsExactly(
            "agent argument password: expected gnomon.name=value,otel.name=value; it is left out",
            "agent argument ***: expected gnomon.name=value,otel.name=value; it is left out");
  }

  @Test
  void everyMistakeIsFoundTogetherEachOnce() throws IOException {
    Path file = file("gnomon.number=21\ngnomon.servlet.enable=true\n");
    environment.put("GNOMON_JDBC_SLOW_QUERY_THRESHOLD", "soon");
    environment.put("GNOMON_LOG_LEVEL", "loud");
    environment.put("GNOMON_JDBC_ENABELD", "false");
    arguments = "gnomon.enabled=maybe";
    system.setProperty("otel.sdk.disabled", "yes");
    Setting<String> level = Setting.choice("gnomon.log.level", "How much.", "info", "warn");

    LayeredSettings settings = settings();
    settings.checkNames(catalog().group("Log", List.of(level)));
    for (int i = 0; i < 2; i++) {
      assertThat(settings.get(THRESHOLD)).isEqualTo(100_000_000L);
      assertThat(settings.get(PORT)).isEqualTo(5);
      assertThat(settings.get(level)).isEqualTo("info");
      assertThat(GeneralSettings.read(settings).enabled()).isTrue();
    }

    assertThat(settings.problems())
        .containsExactlyInAnyOrder(
            "gnomon.number=21 (file " + file + "): expected a whole number from 1 to 20; using 5",
            "file "
                + file
                + ", gnomon.servlet.enable: no such setting;"
                + " did you mean gnomon.servlet.enabled?",
            "gnomon.jdbc.slow-query-threshold=soon"
                + " (environment variable GNOMON_JDBC_SLOW_QUERY_THRESHOLD):"
                + " expected a duration such as 100ms or 1.5s (units ns, us, ms, s, m, h), or off;"
                + " using 100ms",
            "gnomon.log.level=loud (environment variable GNOMON_LOG_LEVEL):"
                + " expected one of info, warn; using info",
            "environment variable GNOMON_JDBC_ENABELD: no such setting;"
                + " did you mean GNOMON_JDBC_ENABLED?",
            "gnomon.enabled=maybe (agent argument gnomon.enabled):"
                + " expected true, false, on or off; using true",
            "otel.sdk.disabled=yes (system property otel.sdk.disabled):"
                + " expected true or false; using false");
  }

  @Test
  void aWrongFlagOfOpenTelemetryIsFalseWhateverItsDefault() {
    Setting<Boolean> flag = Setting.flag("otel.some.flag", true, "A flag.");
    system.setProperty("otel.some.flag", "yes");

    LayeredSettings settings = settings();

    assertThat(settings.get(flag)).isFalse();
    assertThat(settings.printable(flag)).isEqualTo("false");
  }

  @Test
  void aWrongValueGivesTheDefaultAndNotThatOfTheNextSource() {
    system.setProperty("gnomon.number", "many");
    environment.put("GNOMON_NUMBER", "7");

    LayeredSettings settings = settings();

    assertThat(settings.get(PORT)).isEqualTo(5);
    assertThat(settings.printable(PORT)).isEqualTo("5");
    assertThat(settings.source(PORT)).isEqualTo("default");
  }

  @Test
  void aWrongSecretIsNotPrinted() {
    Setting<Integer> pin = Setting.integer("gnomon.pin", 1, 1, 9, "A number.").secret();
    system.setProperty("gnomon.pin", "geheim");

    LayeredSettings settings = settings();

    assertThat(settings.get(pin)).isEqualTo(1);
    assertThat(settings.problems())
        .singleElement()
        .asString()
        .contains("***")
        .doesNotContain("geh");
  }

  @ParameterizedTest
  @CsvSource({
    "gnomon.jdbc.slow-query-treshold, gnomon.jdbc.slow-query-threshold",
    "gnomon.jdbc.slowquerythreshold, gnomon.jdbc.slow-query-threshold",
    "gnomon.jdbc.slow_query_threshold, gnomon.jdbc.slow-query-threshold",
    "gnomon.jdbc.enable, gnomon.jdbc.enabled",
    "gnomon.JDBC.enabled, gnomon.jdbc.enabled",
    "GNOMON_JDBC_ENABLED, gnomon.jdbc.enabled",
    "gnomon.servlets.enabled, gnomon.servlet.enabled",
    "gnomon.enabeld, gnomon.enabled",
  })
  void aMisspeltNameIsToldWithTheNearestRightOne(String wrong, String right) {
    system.setProperty(wrong, "geheim");

    LayeredSettings settings = settings();
    settings.checkNames(catalog());

    assertThat(settings.problems())
        .containsExactly(
            "system property " + wrong + ": no such setting; did you mean " + right + "?");
  }

  @Test
  void aNameThatIsNearNoneIsToldWithoutAGuess() {
    environment.put("GNOMON_XYZ", "1");

    LayeredSettings settings = settings();
    settings.checkNames(catalog());

    assertThat(settings.problems())
        .containsExactly("environment variable GNOMON_XYZ: no such setting");
  }

  @Test
  void environmentVariablesInAnotherCaseAreTold() {
    environment.put("gnomon.jdbc.enabled", "false");

    LayeredSettings settings = settings();
    settings.checkNames(catalog());

    assertThat(settings.problems()).singleElement().asString().contains("GNOMON_JDBC_ENABLED?");
  }

  @Test
  void knownNamesKnownPrefixesAndOtherPeoplesNamesAreLeftAlone() {
    system.setProperty("gnomon.enabled", "true");
    system.setProperty("gnomon.budget./orders", "200ms");
    system.setProperty("otel.metrics.exportr", "none");
    system.setProperty("gnomonic.projection", "yes");
    environment.put("GNOMON_BUDGET_ORDERS", "200ms");
    environment.put("GNOMON_SERVICE_HOST", "10.0.0.1");
    environment.put("GNOMON_SERVICE_PORT_HTTP", "4318");
    environment.put("GNOMON_PORT_4318_TCP_ADDR", "10.0.0.1");

    LayeredSettings settings = settings();
    settings.checkNames(catalog());

    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void problemsAreBoundedAndTheRestIsCounted() {
    for (int i = 0; i < LayeredSettings.MAX_PROBLEMS + 7; i++) {
      system.setProperty("gnomon.unknown." + i, "x");
    }

    LayeredSettings settings = settings();
    settings.checkNames(catalog());

    assertThat(settings.problems())
        .hasSize(LayeredSettings.MAX_PROBLEMS + 1)
        .last()
        .isEqualTo("7 more problems with settings");
  }

  @Test
  void theFileMayBeNamedByEnvironmentOrArgumentAndIsUtf8() throws IOException {
    Path file = file("gnomon.some-text.x = K\u00f6ln\n");
    system.clear();

    environment.put("GNOMON_CONFIG_FILE", file.toString());
    assertThat(settings().get(TEXT)).isEqualTo("K\u00f6ln");
    environment.clear();
    arguments = "gnomon.config.file=" + file;
    assertThat(settings().get(TEXT)).isEqualTo("K\u00f6ln");
  }

  @Test
  void aMissingFileIsOneProblem() {
    system.setProperty("gnomon.config.file", "/no/such/file");

    LayeredSettings settings = settings();

    assertThat(settings.get(TEXT)).isEqualTo("by default");
    assertThat(settings.problems())
        .containsExactly(
            "gnomon.config.file=/no/such/file (system property gnomon.config.file):"
                + " no such file; going on without it");
  }

  @Test
  void aDirectoryABrokenAndAHugeFileAreOneProblemEach() throws IOException {
    system.setProperty("gnomon.config.file", directory.toString());
    assertThat(settings().problems()).singleElement().asString().contains("not a regular file");

    file("gnomon.some-text.x=\\u00zz");
    assertThat(settings().problems()).singleElement().asString().contains("cannot be read");

    file("#".repeat((int) SettingsFile.MAX_BYTES + 1));
    assertThat(settings().problems()).singleElement().asString().contains("larger than");
  }

  @Test
  void theProcessItselfCanBeRead() {
    assertThat(LayeredSettings.ofProcess("gnomon.number=7").get(PORT)).isEqualTo(7);
  }

  @Test
  void generalSettings() {
    system.setProperty("gnomon.jdbc.enabled", "off");
    system.setProperty("gnomon.shutdown.timeout", "3");

    GeneralSettings general = GeneralSettings.read(settings());

    assertThat(general.enabled()).isTrue();
    assertThat(general.jdbcEnabled()).isFalse();
    assertThat(general.servletEnabled()).isTrue();
    assertThat(general.shutdownTimeoutNanos()).isEqualTo(3_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, true",
    "false, false, false",
    "true, TRUE, false",
    "false, true, false"
  })
  void eitherSwitchTurnsTheAgentOff(String ours, String theirs, boolean enabled) {
    system.setProperty("gnomon.enabled", ours);
    system.setProperty("otel.sdk.disabled", theirs);

    assertThat(GeneralSettings.read(settings()).enabled()).isEqualTo(enabled);
  }
}
