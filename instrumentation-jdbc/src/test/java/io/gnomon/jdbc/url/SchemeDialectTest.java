package io.gnomon.jdbc.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.jdbc.digest.SqlDialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemeDialectTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void everyDatabaseThatWeKnowHasItsDialect(UrlScheme scheme) {
    assertThat(SqlDialect.of(scheme.systemName)).isNotEqualTo(SqlDialect.OTHER);
  }
}
