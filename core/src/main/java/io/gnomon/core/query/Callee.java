package io.gnomon.core.query;

/**
 * What {@link CallNest} knows of a class whose calls it nests: which driver it belongs to, and
 * whether it turned out to wrap another driver. One instance per class, shared by all threads; the
 * flag only ever turns on.
 */
public final class Callee {

  private final Object driver;
  private volatile boolean wrapper;

  /**
   * A class that is not known as a wrapper.
   *
   * @param driver equal for all classes of one driver, and only for those; holds no class loader
   */
  public Callee(Object driver) {
    this.driver = driver;
  }

  /**
   * Whether a call of another driver was counted inside a call of this class.
   *
   * @return true from then on
   */
  public boolean isWrapper() {
    return wrapper;
  }

  void becomeWrapper() {
    wrapper = true;
  }

  /**
   * Whether another class is of the same driver.
   *
   * @param other which
   * @return true also for the same class
   */
  public boolean sameDriver(Callee other) {
    return this == other || driver.equals(other.driver);
  }
}
