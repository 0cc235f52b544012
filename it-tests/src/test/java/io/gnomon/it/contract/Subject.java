package io.gnomon.it.contract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the contract is held against, and where it is said to differ from other containers. Made by
 * one thread, then not changed.
 */
public final class Subject {

  /**
   * Where a container differs.
   *
   * @param shown what it shows instead; null if it lacks what the case asks for
   * @param why in a few words
   */
  record Difference(@Nullable List<Shown> shown, String why) {}

  private final String title;
  private final String contextPath;
  private final Map<Case, Difference> differences = new EnumMap<>(Case.class);

  /**
   * A subject that does not differ.
   *
   * @param title as {@code Tomcat 9}
   * @param contextPath of the application, not the root's, as {@code /shop}
   */
  public Subject(String title, String contextPath) {
    this.title = title;
    this.contextPath = contextPath;
  }

  /**
   * Says that it lacks what a case asks for: the case is not run, and shown as lacking.
   *
   * @param what the case
   * @param why in a few words
   * @return this
   */
  public Subject lacks(Case what, String why) {
    differences.put(what, new Difference(null, why));
    return this;
  }

  /**
   * Says that it shows a case in its own way.
   *
   * @param what the case
   * @param why in a few words
   * @param shown what it shows
   * @return this
   */
  public Subject shows(Case what, String why, Shown... shown) {
    differences.put(what, new Difference(List.of(shown), why));
    return this;
  }

  /**
   * What it is called.
   *
   * @return for tables and tests
   */
  public String title() {
    return title;
  }

  String contextPath() {
    return contextPath;
  }

  boolean lacks(Case what) {
    Difference difference = differences.get(what);
    return difference != null && difference.shown == null;
  }

  /** What a case has to be shown as. */
  List<Shown> shown(Case what) {
    Difference difference = differences.get(what);
    return difference == null || difference.shown == null ? what.shown : difference.shown;
  }

  Map<Case, Difference> differences() {
    return differences;
  }
}
