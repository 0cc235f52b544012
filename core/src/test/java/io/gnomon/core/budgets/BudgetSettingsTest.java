package io.gnomon.core.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetSettingsTest {

  private static final long SECOND = 1_000_000_000L;

  private final Properties system = new Properties();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable String arguments;

  private LayeredSettings source() {
    return new LayeredSettings(system, environment, arguments);
  }

  private void set(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      system.setProperty("gnomon.budget." + namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private List<String> problems() {
    LayeredSettings source = source();
    BudgetSettings.read(source);
    return source.problems();
  }

  /** The rules of a route, each in a few words, without a mistake in any setting. */
  private List<String> rules(String route) {
    LayeredSettings source = source();
    BudgetSettings settings = BudgetSettings.read(source);
    assertThat(source.problems()).isEmpty();
    return settings.rulesOf(route).stream().map(BudgetSettingsTest::words).toList();
  }

  private static String words(Rule rule) {
    return rule.budget + " " + rule.objective.text() + " " + rule.limitText;
  }

  @Test
  void withoutSettingsThereIsNoBudget() {
    assertThat(BudgetSettings.read(source()).isEmpty()).isTrue();
    assertThat(rules("/a")).isEmpty();
  }

  @Test
  void aBudgetHasWhatIsSet() {
    set("checkout.route", "/checkout/**", "checkout.p99", "200ms", "checkout.error-rate", "0.1%");
    set("checkout.queries", "20", "checkout.query-time", "50ms", "checkout.window", "1h");
    set("checkout.min-requests", "30");

    List<Rule> rules = BudgetSettings.read(source()).rulesOf("/checkout/{id}");

    assertThat(rules)
        .extracting(BudgetSettingsTest::words)
        .containsExactly(
            "checkout p99 200ms",
            "checkout error-rate 0.1%",
            "checkout queries 20",
            "checkout query-time 50ms");
    assertThat(rules)
        .extracting(rule -> rule.limit)
        .containsExactly(200_000_000L, 1_000_000L, 20L, 50_000_000L);
    assertThat(rules)
        .extracting(rule -> rule.allowedBillionths)
        .containsExactly(10_000_000L, 1_000_000L, 10_000_000L, 10_000_000L);
    assertThat(rules).extracting(rule -> rule.windowNanos).containsOnly(3600 * SECOND);
    assertThat(rules).extracting(rule -> rule.minRequests).containsOnly(30);
    assertThat(problems()).isEmpty();
    assertThat(rules("/cart")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1%, 1000000",
    "0.1 %, 1000000",
    "0.001, 1000000",
    "5%, 50000000",
    "100%, 1000000000",
    "1, 1000000000",
    "0.00001%, 100",
    "0, 1",
    "0%, 1"
  })
  void aShareIsInPercentOrAFraction(String text, long billionths) {
    set("a.route", "/a", "a.error-rate", text);
    assertThat(BudgetSettings.read(source()).rulesOf("/a"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.allowedBillionths).isEqualTo(billionths));
  }

  @Test
  void everyNamedBudgetThatMatchesJudgesAndTheDefaultTheRest() {
    set("a.route", "/shop/**", "a.p99", "1s");
    set("b.route", "/shop/cart", "b.p99", "2s", "b.queries", "5");
    set("default.p99", "3s", "default.error-rate", "1%");

    assertThat(rules("/shop/cart"))
        .containsExactly("a p99 1s", "b p99 2s", "b queries 5", "default error-rate 1%");
    assertThat(rules("/shop/x")).containsExactly("a p99 1s", "default error-rate 1%");
    assertThat(rules("/other")).containsExactly("default p99 3s", "default error-rate 1%");
  }

  @Test
  void windowAndLeastRequestsOfTheDefaultHoldForAllThatSetNone() {
    set("default.window", "30s", "default.min-requests", "7");
    set("a.route", "/a", "a.p99", "1s");
    set("b.route", "/b", "b.p99", "1s", "b.window", "10s", "b.min-requests", "1");

    BudgetSettings settings = BudgetSettings.read(source());

    assertThat(settings.rulesOf("/a").get(0).windowNanos).isEqualTo(30 * SECOND);
    assertThat(settings.rulesOf("/a").get(0).minRequests).isEqualTo(7);
    assertThat(settings.rulesOf("/b").get(0).windowNanos).isEqualTo(10 * SECOND);
    assertThat(settings.rulesOf("/b").get(0).minRequests).isEqualTo(1);
    assertThat(problems()).isEmpty();
  }

  @Test
  void eachSourceMayHaveAPartAndTheUsualPrecedenceHolds(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("gnomon.properties");
    Files.writeString(
        file, "gnomon.budget.slow-page.route=/slow,x\ngnomon.budget.slow-page.p99=9s\n");
    system.setProperty("gnomon.config.file", file.toString());
    environment.put("GNOMON_BUDGET_SLOW_PAGE_P99", "8s");
    environment.put("GNOMON_BUDGET_SLOW_PAGE_ERROR_RATE", "2%");
    environment.put("GNOMON_BUDGET_ONLY_HERE_ROUTE", "/only");
    environment.put("GNOMON_BUDGET_ONLY_HERE_QUERY_TIME", "1ms");
    environment.put("GNOMON_BUDGET_SERVICE_HOST", "10.0.0.1");
    arguments = "gnomon.budget.arg.route=/arg,gnomon.budget.arg.queries=3";

    assertThat(rules("/slow,x")).containsExactly("slow-page p99 8s", "slow-page error-rate 2%");
    assertThat(rules("/only")).containsExactly("only-here query-time 1ms");
    assertThat(rules("/arg")).containsExactly("arg queries 3");

    set("slow-page.p99", "7s");
    assertThat(rules("/slow,x").get(0)).isEqualTo("slow-page p99 7s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p99|fast|a duration such as 100ms or 1.5s (units ns, us, ms, s, m, h), or off; using off",
        "error-rate|101%|a share from 0% to 100% such as 0.1% or 0.001, or off; using off",
        "error-rate|.1%|a share from 0% to 100% such as 0.1% or 0.001, or off; using off",
        "error-rate|1e-3|a share from 0% to 100% such as 0.1% or 0.001, or off; using off",
        "queries|-1|a whole number such as 20, or off; using off",
        "window|5s|a duration (units ns, us, ms, s, m, h) from 10s to 24h; using 5m",
        "window|25h|a duration (units ns, us, ms, s, m, h) from 10s to 24h; using 5m",
        "min-requests|0|a whole number from 1 to 1000000; using 1",
      })
  void aWrongValueIsToldInOneLine(String suffix, String value, String expected) {
    set("a.route", "/a", "a.query-time", "1s", "a." + suffix, value);

    String name = "gnomon.budget.a." + suffix;
    assertThat(problems())
        .containsExactly(
            name + "=" + value + " (system property " + name + "): expected " + expected);
    assertThat(BudgetSettings.read(source()).rulesOf("/a"))
        .extracting(BudgetSettingsTest::words)
        .containsExactly("a query-time 1s");
  }

  @Test
  void aMisspeltSettingAndAnOddNameAreToldAndLeftOut() {
    set("a.route", "/a", "a.p99", "1s", "a.p98", "2s", "x y.p99", "1s", "p99", "1s");
    environment.put("GNOMON_BUDGET_A_P98", "2s");

    String expected =
        ": expected gnomon.budget.NAME.route|p99|error-rate|queries|query-time|window|min-requests"
            + " with a NAME of letters, digits, - and _, 64 at most, but not report; it is left out";
    assertThat(problems())
        .containsExactly(
            "system property gnomon.budget.a.p98" + expected,
            "system property gnomon.budget.p99" + expected,
            "system property gnomon.budget.x y.p99" + expected,
            "environment variable GNOMON_BUDGET_A_P98" + expected);
    assertThat(BudgetSettings.read(source()).rulesOf("/a"))
        .extracting(BudgetSettingsTest::words)
        .containsExactly("a p99 1s");
  }

  @Test
  void aBudgetWithoutRouteOrObjectiveIsToldAndLeftOut() {
    set("a.p99", "1s", "b.route", "/b", "default.route", "/c");

    assertThat(problems())
        .containsExactly(
            "gnomon.budget.a.route: expected a path or route that begins with / or *, as"
                + " /checkout/**, there is none; budget a is left out",
            "gnomon.budget.b.*: expected one of p99 error-rate queries query-time, there is none;"
                + " budget b is left out",
            "gnomon.budget.default.route: expected no route for what holds for all routes; it is"
                + " left out",
            "gnomon.budget.default.*: expected one of p99 error-rate queries query-time, there is"
                + " none; budget default is left out");
    assertThat(BudgetSettings.read(source()).isEmpty()).isTrue();
  }

  @Test
  void tooManyBudgetsAreToldInOneLine() {
    for (int i = 0; i <= BudgetSettings.MAX_BUDGETS; i++) {
      set("n" + (1000 + i) + ".route", "/**", "n" + (1000 + i) + ".p99", "1s");
    }
    set("default.queries", "5");

    assertThat(problems())
        .containsExactly(
            "gnomon.budget.*: expected 100 budgets at most, there are 101; using the first by name");
    assertThat(BudgetSettings.read(source()).rulesOf("/a")).hasSize(101);
  }

  @Test
  void whatIsSetIsShown() {
    set("b.p99", "fast", "b.route", "/b", "a.queries", "");

    assertThat(BudgetSettings.given(source()))
        .extracting(Setting::name)
        .containsExactly("gnomon.budget.b.route", "gnomon.budget.b.p99");
  }

  @Test
  void theReportsFileIsNoBudget() {
    system.setProperty("gnomon.budget.report", "report.json");
    environment.put("GNOMON_BUDGET_REPORT", "other.json");
    LayeredSettings source = source();

    assertThat(BudgetSettings.read(source).isEmpty()).isTrue();
    assertThat(source.get(BudgetSettings.REPORT)).isEqualTo("report.json");
    assertThat(source.problems()).isEmpty();
  }

  @Test
  void noBudgetCanBeCalledReport() {
    set("report.route", "/a");
    environment.put("GNOMON_BUDGET_REPORT_P99", "1s");

    assertThat(problems()).hasSize(2).allMatch(line -> line.contains("but not report"));
    assertThat(BudgetSettings.read(source()).isEmpty()).isTrue();
  }

  @Test
  void theNamesOfBudgetsThatAreWholeAreKnownTheDefaultsLast() {
    set("search.route", "/search", "search.p99", "1s", "lost.p99", "1s", "default.queries", "9");

    assertThat(BudgetSettings.read(source()).names()).containsExactly("search", "default");
  }
}
