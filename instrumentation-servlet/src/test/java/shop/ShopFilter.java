package shop;

/** Mapped to the shop's servlet by its name. */
public final class ShopFilter extends AnsweringFilter {

  /** Answers. */
  public ShopFilter() {
    super("answer");
  }
}
