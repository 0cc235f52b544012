package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlanHiderTest {

  @Test
  void costsAndNamesStayAndEachLiteralGoes() throws NoPlanException {
    assertThat(
            PlanHider.hide(
                "Limit  (cost=0.00..35.50 rows=10 width=4)\n"
                    + "  ->  Seq Scan on \"My Orders\" o  (cost=0.29..8.31 rows=1 width=40)\n"
                    + "        Filter: ((name = 'it''s'::text) AND (id = ANY ('{1,2}'::integer[]))"
                    + " AND (total > 47.11) AND active = true AND ((InitPlan 1).col1 = $2))"))
        .isEqualTo(
            "Limit  (cost=0.00..35.50 rows=10 width=4)\n"
                + "  ->  Seq Scan on \"My Orders\" o  (cost=0.29..8.31 rows=1 width=40)\n"
                + "        Filter: ((name = ?::text) AND (id = ANY (?::integer[]))"
                + " AND (total > ?) AND active = ? AND ((InitPlan ?).col1 = ?))");
  }

  @Test
  void whatOnlyLooksLikeCostsIsHidden() throws NoPlanException {
    assertThat(PlanHider.hide("Filter: (cost = 5)")).isEqualTo("Filter: (cost = ?)");
    assertThat(PlanHider.hide("(cost=1.00..2.00 rows=3 width=4 secret=5)"))
        .isEqualTo("(cost=? rows=? width=? secret=?)");
    assertThat(PlanHider.hide("'(cost=1.00..2.00 rows=3 width=4)'")).isEqualTo("?");
  }

  @Test
  void aPlanThatCanNotBeReadIsNone() {
    assertThatThrownBy(() -> PlanHider.hide("Filter: (name = 'open"))
        .isInstanceOfSatisfying(
            NoPlanException.class, e -> assertThat(e.outcome).isEqualTo(Outcome.FAILED_READING));
  }

  @Test
  void aLongPlanIsCutAndALongLiteralDoesNotShow() throws NoPlanException {
    String plan = PlanHider.hide("Sort Key: a, ".repeat(2_000));
    assertThat(plan).hasSize(PlanHider.MAX_PLAN_CHARS).endsWith("...");
    assertThat(PlanHider.hide("Filter: (name = '" + "secret ".repeat(10_000)))
        .isEqualTo("Filter: (name =");
  }
}
