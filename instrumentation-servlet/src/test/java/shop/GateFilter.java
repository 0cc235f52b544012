package shop;

/** Mapped to a subtree and a suffix. */
public final class GateFilter extends AnsweringFilter {

  /** Answers. */
  public GateFilter() {
    super("answer");
  }
}
