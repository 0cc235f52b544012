package io.gnomon.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

  private static final Setting<Long> DURATION = Setting.duration("gnomon.d", "100ms", "A time.");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "250, 250000000",
    "7ns, 7",
    "7us, 7000",
    "100ms, 100000000",
    "100 ms, 100000000",
    "2s, 2000000000",
    "1.5s, 1500000000",
    "0.000000001s, 1",
    "1.5, 1500000",
    "0.1h, 360000000000",
    "1.25m, 75000000000",
    "3h, 10800000000000",
    "1.0000000000000000000009s, 1000000000",
    "2562046h, 9223365600000000000",
    "9223372036854775806ns, 9223372036854775806",
    "off, 9223372036854775807",
    "OFF, 9223372036854775807",
  })
  void durations(String text, long nanos) {
    assertThat(DURATION.parse(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-1s",
        "+1s",
        "s",
        "1.s",
        ".5s",
        "1,5s",
        "1e3",
        "1d",
        "1S",
        "1min",
        "1s1ms",
        "abc",
        "9223372036854775807ns",
        "2562048h",
        "99999999999999999999999",
        "\u0661s",
        "1..5s"
      })
  void noDurations(String text) {
    assertThat(DURATION.parse(text)).isNull();
  }

  @Test
  void aFiniteDurationAndOneOfOpenTelemetryAreNeverOff() {
    assertThat(Setting.finiteDuration("gnomon.d", "1s", "A time.").parse("off")).isNull();
    assertThat(Setting.duration("otel.d", "1s", "A time.").parse("off")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "on, true", "false, false", "False, false", "off, false"})
  void flags(String text, boolean value) {
    assertThat(Setting.flag("gnomon.f", false, "A flag.").parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "tru", "on off"})
  void noFlags(String text) {
    assertThat(Setting.flag("gnomon.f", true, "A flag.").parse(text)).isNull();
  }

  @Test
  void flagsOfOpenTelemetryKnowTrueAndFalseOnly() {
    Setting<Boolean> flag = Setting.flag("otel.f", true, "A flag.");

    assertThat(flag.parse("True")).isTrue();
    assertThat(flag.parse("false")).isFalse();
    assertThat(flag.parse("on")).isNull();
    assertThat(flag.parse("off")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "20, 20", "007, 7"})
  void integers(String text, int value) {
    assertThat(Setting.integer("gnomon.i", 5, 1, 20, "A number.").parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "21", "-3", "1.0", "4294967297", "ten", "1_0"})
  void noIntegers(String text) {
    assertThat(Setting.integer("gnomon.i", 5, 1, 20, "A number.").parse(text)).isNull();
  }

  @Test
  void aChoiceIsTheWordAsItWasDefined() {
    Setting<String> choice = Setting.choice("gnomon.c", "A word.", "info", "warn");

    assertThat(choice.parse("WARN")).isEqualTo("warn");
    assertThat(choice.parse("warning")).isNull();
    assertThat(choice.typeText()).isEqualTo("one of info, warn");
  }

  @Test
  void aListIsTrimmedAndCannotBeModified() {
    List<String> list = Setting.list("gnomon.l", " a, ,b ,", "Words.").defaultValue();

    assertThat(list).containsExactly("a", "b");
    assertThat(Setting.list("gnomon.l", "", "Words.").defaultValue()).isEmpty();
    assertThatThrownBy(() -> list.add("c")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aDefaultThatIsNoValueIsRefused() {
    assertThatThrownBy(() -> Setting.duration("gnomon.d", "soon", "A time."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gnomon.d");
  }

  @Test
  void saysWhatItIs() {
    Setting<Integer> setting = Setting.integer("gnomon.a-b.c", 5, 1, 20, "A number.");

    assertThat(setting.name()).isEqualTo("gnomon.a-b.c");
    assertThat(setting.environmentName()).isEqualTo("GNOMON_A_B_C");
    assertThat(setting.defaultText()).isEqualTo("5");
    assertThat(setting.typeText()).isEqualTo("whole number from 1 to 20");
    assertThat(setting.meaning()).isEqualTo("A number.");
    assertThat(setting.isSecret()).isFalse();
    assertThat(setting.secret().isSecret()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1%, 1000000",
    "0.001, 1000000",
    "100%, 1000000000",
    "1, 1000000000",
    "0, 0",
    "0.00000001%, 0",
    "off, 0",
    "Off, 0",
  })
  void sharesThatMayBeNothing(String text, long billionths) {
    assertThat(Setting.share("gnomon.s", "5%", "A share.").parse(text)).isEqualTo(billionths);
  }

  @ParameterizedTest
  @ValueSource(strings = {"101%", "1.1", "-1%", "half", "%", ""})
  void noShares(String text) {
    assertThat(Setting.share("gnomon.s", "5%", "A share.").parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "adaptive, -1",
    "ADAPTIVE, -1",
    "off, 9223372036854775807",
    "100ms, 100000000",
    "0, 0"
  })
  void durationsThatMayBeAdaptive(String text, long nanos) {
    Setting<Long> setting = Setting.durationOrAdaptive("gnomon.d", "A time.");
    assertThat(setting.parse(text)).isEqualTo(nanos);
    assertThat(setting.defaultValue()).isEqualTo(Setting.ADAPTIVE);
    assertThat(setting.parse("fast")).isNull();
    assertThat(Setting.duration("gnomon.d", "1s", "A time.").parse("adaptive")).isNull();
  }
}
