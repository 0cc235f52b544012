package io.gnomon.core.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TraceSettingsTest {

  private static LayeredSettings source(String... namesAndValues) {
    Properties system = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      system.setProperty("gnomon.traces" + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new LayeredSettings(system, Map.of(), null);
  }

  private static TraceSettings read(String... namesAndValues) {
    LayeredSettings source = source(namesAndValues);
    TraceSettings settings = TraceSettings.read(source);
    assertThat(source.problems()).isEmpty();
    return settings;
  }

  @Test
  void whatHoldsIfNothingIsSet() {
    TraceSettings settings = read();
    assertThat(settings.isNone()).isFalse();
    assertThat(settings.isAll()).isFalse();
    assertThat(settings.slowThresholdNanos()).isEqualTo(Setting.ADAPTIVE);
    assertThat(settings.slowShareBillionths()).isEqualTo(5_000_000);
    assertThat(settings.baselineBillionths()).isEqualTo(1_000_000);
    assertThat(settings.maxPerSecond()).isEqualTo(20);
    assertThat(settings.maxSpans()).isEqualTo(1_000);
  }

  @Test
  void theCapHoldsForAllOnlyIfItIsSet() {
    assertThat(read("", "all").maxPerSecond()).isEqualTo(TraceSettings.NO_CAP);
    assertThat(read("", "all", ".max-per-second", "20").maxPerSecond()).isEqualTo(20);
    assertThat(read("", "all").isAll()).isTrue();
    assertThat(read("", "none").isNone()).isTrue();
  }

  @Test
  void offAndFixedLimits() {
    TraceSettings settings =
        read(".slow-threshold", "250ms", ".baseline", "off", ".slow-share", "2%");
    assertThat(settings.slowThresholdNanos()).isEqualTo(250_000_000);
    assertThat(settings.baselineBillionths()).isZero();
    assertThat(settings.slowShareBillionths()).isEqualTo(20_000_000);
    assertThat(read(".slow-threshold", "off").slowThresholdNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aWrongValueIsOneClearLine() {
    LayeredSettings source =
        source(
            "",
            "some",
            ".slow-threshold",
            "soon",
            ".baseline",
            "200%",
            ".max-per-second",
            "0",
            ".max-spans",
            "many");
    TraceSettings settings = TraceSettings.read(source);
    assertThat(source.problems())
        .containsExactly(
            "gnomon.traces=some (system property gnomon.traces): expected one of interesting, all,"
                + " none; using interesting",
            "gnomon.traces.max-per-second=0 (system property gnomon.traces.max-per-second):"
                + " expected a whole number from 1 to 1000000; using 20",
            "gnomon.traces.slow-threshold=soon (system property gnomon.traces.slow-threshold):"
                + " expected adaptive, a duration such as 100ms or 1.5s (units ns, us, ms, s, m,"
                + " h), or off; using adaptive",
            "gnomon.traces.baseline=200% (system property gnomon.traces.baseline): expected a"
                + " share from 0% to 100% such as 0.1% or 0.001, or off; using 0.1%",
            "gnomon.traces.max-spans=many (system property gnomon.traces.max-spans): expected a"
                + " whole number from 0 to 10000; using 1000");
    assertThat(settings.slowThresholdNanos()).isEqualTo(Setting.ADAPTIVE);
  }
}
