package io.gnomon.core.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.settings.LayeredSettings;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropagationSettingsTest {

  private static LayeredSettings source(String value) {
    Properties system = new Properties();
    system.setProperty("otel.propagators", value);
    return new LayeredSettings(system, Map.of(), null);
  }

  @Test
  void isThatOfOpenTelemetryByDefault() {
    LayeredSettings source = new LayeredSettings(new Properties(), Map.of(), null);

    assertThat(PropagationSettings.read(source).propagators())
        .containsExactly(Propagator.TRACECONTEXT, Propagator.BAGGAGE);
    assertThat(source.problems()).isEmpty();
  }

  @Test
  void keepsTheOrderAndEachOnce() {
    LayeredSettings source = source("b3multi, tracecontext,B3,b3");

    PropagationSettings settings = PropagationSettings.read(source);

    assertThat(settings.propagators())
        .containsExactly(Propagator.B3MULTI, Propagator.TRACECONTEXT, Propagator.B3);
    assertThat(settings.has(Propagator.BAGGAGE)).isFalse();
    assertThat(source.problems()).isEmpty();
  }

  @Test
  void noneIsNone() {
    LayeredSettings source = source(" None ");

    assertThat(PropagationSettings.read(source).propagators()).isEmpty();
    assertThat(source.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jaeger", "jaeger,xray", "none,jaeger", "none,none", ","})
  void isTheDefaultIfNoNameIsKnownAndSaysSoInOneLine(String value) {
    LayeredSettings source = source(value);

    assertThat(PropagationSettings.read(source).propagators())
        .containsExactly(Propagator.TRACECONTEXT, Propagator.BAGGAGE);
    assertThat(source.problems())
        .containsExactly(
            "otel.propagators: expected tracecontext, baggage, b3, b3multi or none, not "
                + (value.equals(",") ? "an empty list" : value)
                + "; using tracecontext,baggage");
  }

  @Test
  void leavesOutWhatItDoesNotKnowAndSaysSo() {
    LayeredSettings source = source("jaeger,tracecontext,none");

    assertThat(PropagationSettings.read(source).propagators())
        .containsExactly(Propagator.TRACECONTEXT);
    assertThat(source.problems())
        .containsExactly(
            "otel.propagators: expected tracecontext, baggage, b3, b3multi or none, not jaeger;"
                + " it is left out",
            "otel.propagators: expected none to stand alone; it is left out here");
  }
}
