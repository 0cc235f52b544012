package shop;

/** Mapped to everything. */
public final class GreedyFilter extends AnsweringFilter {

  /** Answers what nobody else does. */
  public GreedyFilter() {
    super("greedy");
  }
}
