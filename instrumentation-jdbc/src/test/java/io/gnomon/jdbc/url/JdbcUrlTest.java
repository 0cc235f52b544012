package io.gnomon.jdbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gnomon.core.query.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

  private static String read(String url) {
    Database database = JdbcUrl.parse(url);
    return String.join(
        " ^ ",
        database.systemName(),
        database.namespace(),
        database.serverAddress(),
        Integer.toString(database.serverPort()));
  }

  @ParameterizedTest
  @MethodSource("urls")
  void readsWhereTheDatabaseIs(String url, String expected) {
    assertThat(read(url)).isEqualTo(expected);
  }

  @Test
  void manyFormsAreTried() throws IOException {
    assertThat(urls()).hasSizeGreaterThanOrEqualTo(250);
  }

  /** Reads {@code urls.txt}; its first line says what a case looks like. */
  static List<Arguments> urls() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(JdbcUrlTest.class.getResourceAsStream("urls.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          cases.add(Arguments.of(line, reader.readLine().substring("= ".length())));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://joe:s3c/ret@db/shop",
        "jdbc:postgresql://joe:s3c?ret@db/shop",
        "jdbc:postgresql://joe:12?s3cret@db/shop",
        "jdbc:postgresql://joe:12?34=s3cret@db/shop",
        "jdbc:postgresql://joe:12/34=s3cret@db/shop",
        "jdbc:postgresql://joe:12/s3cret@db/shop",
        "jdbc:mysql://joe:s3c;ret@db:3306/shop",
        "jdbc:mysql://joe:s3cret",
        "jdbc:sqlserver://joe:s3cret@db;databaseName=shop",
        "jdbc:sqlserver://db:s3cret;databaseName=shop",
        "jdbc:oracle:thin:joe/s3c?ret@db:1521/shop",
        "jdbc:oracle:thin:joe/s3cret",
        "jdbc:h2:tcp://joe:s3cret@db;s3cret/x@y",
        "jdbc:somedb:user=joe;password=s3cret",
        "jdbc:cloudspanner:/projects/p/s3cret",
        "jdbc:postgresql://db:99999/s3cret",
        "jdbc:postgresql://[::1/s3cret",
        "s3cret",
        "jdbc:s3cret",
        "jdbc:",
        ""
      })
  void hidesWhatItDoesNotUnderstand(String url) {
    assertThat(read(url))
        .doesNotContain("joe")
        .doesNotContain("s3c")
        .endsWith(" ^ null ^ null ^ 0");
  }

  @Test
  void neverThrows() {
    String alphabet = "jdbc:postgresql@/?;=&{}()[],\\ 09\u00e9mysqloraclethinsqlserver";
    String[] starts = {
      "jdbc:postgresql:", "jdbc:sqlserver:", "jdbc:oracle:thin:", "jdbc:h2:", "jdbc:mysql://", ""
    };
    Random random = new Random(42);
    for (int i = 0; i < 60_000; i++) {
      StringBuilder url = new StringBuilder(starts[i % starts.length]);
      for (int n = random.nextInt(30); n > 0; n--) {
        url.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String text = url.toString();
      assertThatCode(() -> JdbcUrl.parse(text)).as(text).doesNotThrowAnyException();
    }
  }
}
