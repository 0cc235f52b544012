package io.gnomon.agent.report;

import io.gnomon.core.budgets.Objective;
import io.gnomon.core.budgets.Verdict;
import io.gnomon.core.budgets.WorstRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Budgets whose verdicts a test gives. */
final class FixedSource implements BudgetSource {

  static final long WINDOW_NANOS = 300_000_000_000L;

  final List<String> names = new ArrayList<>();
  final List<Verdict> verdicts = new ArrayList<>();
  long requestsOverBound;

  /** A budget that broke, though it holds now. */
  static Verdict broken(String budget, String route, WorstRequest worst) {
    return Verdict.of(budget, route, Objective.P99)
        .allowed("200ms", Verdict.BILLIONTHS / 100, WINDOW_NANOS)
        .window(100, 0)
        .run(1200, 31)
        .judged(true)
        .breached(false, 2)
        .worst(worst)
        .build();
  }

  /** One that held. */
  static Verdict held(String budget, String route) {
    return Verdict.of(budget, route, Objective.ERROR_RATE)
        .allowed("0.1%", Verdict.BILLIONTHS / 1000, WINDOW_NANOS)
        .window(305, 0)
        .run(305, 0)
        .judged(true)
        .build();
  }

  static WorstRequest worst(String method, String errorType, String why) {
    return new WorstRequest(
        method,
        500,
        1_764_032_472_250_000_000L,
        1_305_250_000L,
        14,
        1_101_000_000L,
        errorType,
        why);
  }

  FixedSource with(String name, Verdict... all) {
    names.add(name);
    verdicts.addAll(List.of(all));
    return this;
  }

  @Override
  public Collection<String> names() {
    return names;
  }

  @Override
  public List<Verdict> verdicts() {
    return verdicts;
  }

  @Override
  public long requestsOverBound() {
    return requestsOverBound;
  }
}
