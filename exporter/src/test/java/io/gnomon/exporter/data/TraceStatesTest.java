package io.gnomon.exporter.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.TraceState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceStatesTest {

  private static List<String> members(String header) {
    List<String> members = new ArrayList<>();
    TraceStates.parse(header).forEach((key, value) -> members.add(key + "=" + value));
    return members;
  }

  @Test
  void membersKeepTheirOrder() {
    assertThat(members("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE,a@b=c d"))
        .containsExactly("rojo=00f067aa0ba902b7", "congo=t61rcWkgMzE", "a@b=c d");
  }

  @Test
  void spacesAroundMembersAndEmptyOnesAreAllowed() {
    assertThat(members(" a=1 ,\t, b=2,")).containsExactly("a=1", "b=2");
    assertThat(members("")).isEmpty();
    assertThat(members(",")).isEmpty();
  }

  @Test
  void thirtyTwoMembersAndNoMore() {
    String most = IntStream.range(0, 32).mapToObj(i -> "k" + i + "=v").collect(joined());

    assertThat(members(most)).hasSize(32).startsWith("k0=v").endsWith("k31=v");
    assertThat(members(most + ",k32=v")).isEmpty();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a=1,b",
        "=1",
        "A=1",
        "a=1,a=2",
        "a=\u00e4",
        "a =1",
        "a=b=c",
        "a=1,b\u0000=2"
      })
  void whatIsMalformedGivesTheEmptyOne(String header) {
    assertThat(TraceStates.parse(header)).isEqualTo(TraceState.getDefault());
  }

  @Test
  void noHeaderIsTheEmptyOne() {
    assertThat(TraceStates.parse(null)).isEqualTo(TraceState.getDefault());
  }
}
