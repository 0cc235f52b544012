package io.gnomon.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import io.gnomon.core.budgets.Objective;
import io.gnomon.core.budgets.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportJsonTest {

  private static final String WHY = "slow query SELECT review (up to 1.1 s)";

  private static ReportHead head(String... problems) {
    return new ReportHead(
        1_764_032_523_456_000_000L, true, "shop", "1.2.3", 125_500_000_000L, List.of(problems));
  }

  private static JsonObject parsed(BudgetSource source) throws Exception {
    return JsonParser.object().from(ReportJson.of(head(), source));
  }

  @Test
  void aVerdictHasAllThatWasFound() throws Exception {
    FixedSource source =
        new FixedSource()
            .with(
                "checkout",
                FixedSource.broken(
                    "checkout", "/checkout/*", FixedSource.worst("GET", "500", WHY)));

    JsonObject verdict = parsed(source).getArray("verdicts").getObject(0);

    JsonObject expected = new JsonObject();
    expected.put("budget", "checkout");
    expected.put("route", "/checkout/*");
    expected.put("objective", "p99");
    expected.put("limit", "200ms");
    expected.put("windowSeconds", 300.0);
    expected.put("allowedShare", 0.01);
    expected.put("minRequests", 1);
    expected.put("requests", 100);
    expected.put("over", 0);
    expected.put("burn", 0.0);
    expected.put("judged", true);
    expected.put("breached", false);
    expected.put("breaches", 2);
    expected.put("runRequests", 1200);
    expected.put("runOver", 31);
    JsonObject worst = new JsonObject();
    worst.put("method", "GET");
    worst.put("status", 500);
    worst.put("startedAt", "2025-11-25T01:01:12.250Z");
    worst.put("durationMs", 1305.25);
    worst.put("queries", 14);
    worst.put("queryMs", 1101.0);
    worst.put("errorType", "500");
    worst.put("why", WHY);
    expected.put("worst", worst);
    assertThat(verdict).isEqualTo(expected);
  }

  @Test
  void theHeadTellsOfTheRun() throws Exception {
    JsonObject report = parsed(new FixedSource());

    assertThat(report)
        .containsEntry("schemaVersion", 1)
        .containsEntry("writtenAt", "2025-11-25T01:02:03.456Z")
        .containsEntry("ended", true)
        .containsEntry("service", "shop")
        .containsEntry("agentVersion", "1.2.3")
        .containsEntry("uptimeSeconds", 125.5)
        .containsEntry("broken", false);
    assertThat(report.getArray("budgets")).isEmpty();
    assertThat(report.getArray("verdicts")).isEmpty();
  }

  @Test
  void whatBrokeForATimeIsBroken() throws Exception {
    Verdict verdict = FixedSource.broken("a", "/a", FixedSource.worst("GET", null, null));

    assertThat(parsed(new FixedSource().with("a", verdict))).containsEntry("broken", true);
  }

  @Test
  void aBudgetThatMatchedNothingIsUnused() throws Exception {
    FixedSource source =
        new FixedSource().with("a", FixedSource.held("a", "/a")).with("search").with("default");

    assertThat(parsed(source).getArray("budgets").toString())
        .isEqualTo(
            "[{name=a, unused=false}, {name=search, unused=true}, {name=default, unused=false}]");
  }

  @Test
  void theDefaultIsUnusedOnlyIfNothingWasJudged() throws Exception {
    assertThat(parsed(new FixedSource().with("default")).getArray("budgets").getObject(0))
        .containsEntry("unused", true);
  }

  @Test
  void aVerdictWithoutRequestsIsNoUse() throws Exception {
    Verdict none = Verdict.of("a", "/a", Objective.P99).allowed("1s", 1, 1).build();

    assertThat(parsed(new FixedSource().with("a", none)).getArray("budgets").getObject(0))
        .containsEntry("unused", true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/caf\u00e9/\ud83d\ude00/\u6771\u4eac",
        "/quote\"back\\slash/</script>",
        "/line\nbreak\r\ttab\u0000nul\u001b[31mred",
        "/\u2028\u2029\u202e\u200b",
        "{{}}[]:,",
        ""
      })
  void anyNameComesBackAsItWas(String name) throws Exception {
    Verdict verdict = FixedSource.broken(name, name, FixedSource.worst(name, name, name));

    Report report = Report.of(ReportJson.of(head(name), new FixedSource().with(name, verdict)));

    ReportRow row = report.rows.get(0);
    assertThat(row.budget).isEqualTo(name);
    assertThat(row.route).isEqualTo(name);
    assertThat(row.why).isEqualTo(name);
    assertThat(report.problems).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9223372036854775807, 1", "9223372036854775807, 9223372036854775807"})
  void noCountMakesAFigureThatJsonLacks(long requests, long over) throws Exception {
    Verdict verdict =
        Verdict.of("a", "/a", Objective.ERROR_RATE)
            .allowed("0.0000001%", 1, Long.MAX_VALUE)
            .window(requests, over)
            .run(requests, over)
            .build();

    Report report = Report.of(ReportJson.of(head(), new FixedSource().with("a", verdict)));

    assertThat(report.rows.get(0).burn).isFinite();
    assertThat(report.rows.get(0).runRequests).isEqualTo(requests);
    assertThat(report.rows.get(0).runOver).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | no JSON object
          <html>                              | no JSON object
          [1, 2]                              | no JSON object
          {"schemaVersion": 1                 | no JSON object
          {}                                  | schemaVersion is missing
          {"schemaVersion": "1"}              | schemaVersion is no count
          {"schemaVersion": 2}                | its schema is 2, this agent knows 1
          {"schemaVersion": 1}                | writtenAt is missing
          {"schemaVersion": 1, "writtenAt": 7}| writtenAt is no text
          """)
  void whatIsNoReportIsTold(String text, String why) {
    assertThatThrownBy(() -> Report.of(text))
        .isInstanceOf(NotAReport.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsNestedWithoutEndIsNoReport() {
    assertThatThrownBy(() -> Report.of("[".repeat(1_000_000))).isInstanceOf(NotAReport.class);
  }

  @Test
  void aFieldThatIsWrongIsToldWithItsPlace() {
    FixedSource source =
        new FixedSource().with("a", FixedSource.held("a", "/a"), FixedSource.held("a", "/b"));
    String text = ReportJson.of(head(), source);
    int last = text.lastIndexOf("\"runOver\":0");

    assertThatThrownBy(
            () -> Report.of(text.substring(0, last) + text.substring(last).replace(":0", ":-1")))
        .hasMessage("verdicts[1].runOver is no count");
  }
}
