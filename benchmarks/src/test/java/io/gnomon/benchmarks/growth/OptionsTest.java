package io.gnomon.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static Options parse(String... arguments) {
    return Options.parse(Path.of("/root"), List.of(arguments));
  }

  @Test
  void measuresAllByDefault() {
    assertThat(parse().dimensions()).isEqualTo(Dimension.ALL);
    assertThat(parse().docs()).isEqualTo(Path.of("/root/docs"));
    assertThat(parse().rounds()).isEqualTo(3);
  }

  @Test
  void aLookHasFewerPointsTheFirstAndTheLastAmongThem() {
    assertThat(parse("--quick").dimensions().get(0).points())
        .containsExactly(10, 100, 2_000, 100_000);
    assertThat(parse("--quick").rounds()).isEqualTo(1);
  }

  @Test
  void takesWhatIsGiven() {
    Options options = parse("--only", "series,threads", "--rounds", "5", "--out", "/tmp/x");

    assertThat(options.dimensions()).containsExactly(Dimension.SERIES, Dimension.THREADS);
    assertThat(options.rounds()).isEqualTo(5);
    assertThat(options.docs()).isEqualTo(Path.of("/tmp/x"));
    assertThat(options.arguments()).isEqualTo("--only series,threads --rounds 5 --out /tmp/x");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> parse("--only", "colours")).hasMessageStartingWith("usage:");
    assertThatThrownBy(() -> parse("--rounds")).hasMessageStartingWith("usage:");
    assertThatThrownBy(() -> parse("--fast", "1")).hasMessageStartingWith("usage:");
  }
}
