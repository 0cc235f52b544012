package io.gnomon.core.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheControlTest {

  private static String read(String... lines) {
    int directives = CacheControl.ABSENT;
    for (String line : lines) {
      directives |= CacheControl.directives(line);
    }
    return CacheControl.name(CacheControl.strictest(directives));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "public | public",
        "PUBLIC, Max-Age=60 | public",
        "max-age=60 | other",
        "must-revalidate,max-age=0 | other",
        "private | private",
        "public, private | private",
        "no-cache | no-cache",
        "private,no-cache | no-cache",
        "No-Store | no-store",
        "public, max-age=1, no-store | no-store",
        "' \t no-cache \t, private' | no-cache",
        "',,, ,private,,' | private",
        "no-cache=\"Set-Cookie\" | other",
        "private = \"X-A\" , public | public",
        "private=\"X-A, no-store\", max-age=5 | other",
        "ext=\"a \\\" , no-store\", no-cache | no-cache",
        "ext=\"never closed, no-store | other",
        "no-store=1 | no-store",
        "privatexx, xno-cache | other",
        "= | absent",
        "'' | absent",
        "'  , ' | absent",
      })
  void theDirectiveThatForbidsMostIsToldWhateverItsCase(String line, String expected) {
    assertThat(read(line)).isEqualTo(expected);
  }

  @Test
  void severalLinesAreOne() {
    assertThat(read("max-age=60", "public")).isEqualTo("public");
    assertThat(read("no-store", "public")).isEqualTo("no-store");
    assertThat(read()).isEqualTo("absent");
    assertThat(CacheControl.directives(null)).isEqualTo(CacheControl.ABSENT);
  }

  @Test
  void readingDoesNotAllocate() {
    assertThat(
            Allocation.bytesOf(
                10_000,
                () -> CacheControl.directives("Public, max-age=60, private=\"Set-Cookie\"")))
        .isZero();
  }
}
