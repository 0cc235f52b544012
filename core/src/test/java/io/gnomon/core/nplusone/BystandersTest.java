package io.gnomon.core.nplusone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.query.QueryShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BystandersTest {

  private static boolean contain(String text) {
    return Bystanders.contain(new QueryShape(1, text, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?",
        "select ? from dual",
        "SELECT ? FROM SYSIBM.SYSDUMMY1",
        "VALUES ?",
        "SET search_path = ?",
        "commit",
        "",
        "[hidden: unterminated literal or comment]"
      })
  void testsOfAConnectionAndItsStateAreBystanders(String text) {
    assertThat(contain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ? FROM item WHERE id = ?",
        "SELECT ?, name FROM item",
        "SELECT price(?)",
        "select nextval(?)",
        "SELECT settings FROM tenant",
        "settle_order ?"
      })
  void whatTheApplicationAsksForIsNot(String text) {
    assertThat(contain(text)).isFalse();
  }
}
