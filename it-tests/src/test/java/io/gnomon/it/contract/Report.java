package io.gnomon.it.contract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** How the contract went with one subject. Belongs to one thread at a time. */
public final class Report {

  /** How one case went. */
  enum Outcome {
    OK,
    DIFFERS,
    LACKS,
    FAILED
  }

  private final Subject subject;
  private final Map<Case, Throwable> failures = new EnumMap<>(Case.class);
  private final List<Case> run = new ArrayList<>();
  private @Nullable Throwable broken;

  Report(Subject subject) {
    this.subject = subject;
  }

  void note(Case each, @Nullable Throwable failure) {
    run.add(each);
    if (failure != null) {
      failures.put(each, failure);
    }
  }

  /** There is no service, or something was told that no case has asked for. */
  void broken(Throwable why) {
    broken = why;
  }

  /**
   * A subject that could not be started.
   *
   * @param subject which
   * @param why what came of it
   * @return a report in which everything failed
   */
  public static Report notRun(Subject subject, Throwable why) {
    Report report = new Report(subject);
    report.broken(why);
    return report;
  }

  Subject subject() {
    return subject;
  }

  boolean isWhole() {
    return broken == null;
  }

  Outcome outcome(Case each) {
    if (subject.lacks(each)) {
      return Outcome.LACKS;
    }
    if (!run.contains(each) || failures.containsKey(each)) {
      return Outcome.FAILED;
    }
    return subject.differences().containsKey(each) ? Outcome.DIFFERS : Outcome.OK;
  }

  /**
   * A test for each case, and one for all that no case has asked for.
   *
   * @return named by the subject
   */
  public DynamicContainer tests() {
    Stream<DynamicTest> cases =
        Stream.of(Case.values())
            .map(each -> DynamicTest.dynamicTest(each.title(), () -> check(each)));
    DynamicTest rest = DynamicTest.dynamicTest("nothing else", this::checkRest);
    return DynamicContainer.dynamicContainer(
        subject.title(), Stream.concat(cases, Stream.of(rest)));
  }

  private void check(Case each) {
    Throwable failure = failures.get(each);
    if (failure != null) {
      throw new AssertionError(subject.title() + ", " + each.title(), failure);
    }
    if (!subject.lacks(each) && !run.contains(each)) {
      throw new AssertionError(subject.title() + " was not asked", broken);
    }
  }

  private void checkRest() {
    if (broken != null) {
      throw new AssertionError(subject.title(), broken);
    }
  }
}
