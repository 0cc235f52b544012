package io.gnomon.core.budgets;

import org.jspecify.annotations.Nullable;

/**
 * What came of holding the requests of one route against one objective of one budget: counts over
 * the window, counts since start, the worst request. Immutable, so safe for any thread.
 */
public final class Verdict {

  /** How many parts of a share make the whole; shares are whole numbers of them. */
  public static final long BILLIONTHS = 1_000_000_000L;

  private final String budget;
  private final String route;
  private final Objective objective;
  private final String limit;
  private final long windowNanos;
  private final long allowedBillionths;
  private final int minRequests;
  private final long requests;
  private final long over;
  private final boolean judged;
  private final boolean breached;
  private final long breaches;
  private final long runRequests;
  private final long runOver;
  private final @Nullable WorstRequest worst;

  private Verdict(Builder builder) {
    this.budget = builder.budget;
    this.route = builder.route;
    this.objective = builder.objective;
    this.limit = builder.limit;
    this.windowNanos = builder.windowNanos;
    this.allowedBillionths = builder.allowedBillionths;
    this.minRequests = builder.minRequests;
    this.requests = builder.requests;
    this.over = builder.over;
    this.judged = builder.judged;
    this.breached = builder.breached;
    this.breaches = builder.breaches;
    this.runRequests = builder.runRequests;
    this.runOver = builder.runOver;
    this.worst = builder.worst;
  }

  /**
   * A builder, no request counted yet.
   *
   * @param budget the budget's name
   * @param route {@code http.route}
   * @param objective what is limited
   * @return a builder
   */
  public static Builder of(String budget, String route, Objective objective) {
    return new Builder(budget, route, objective);
  }

  /**
   * Which budget.
   *
   * @return its name, {@code default} for the one of all routes
   */
  public String budget() {
    return budget;
  }

  /**
   * Which route.
   *
   * @return {@code http.route}, or a word in brackets for requests that have none of their own
   */
  public String route() {
    return route;
  }

  /**
   * What is limited.
   *
   * @return the objective
   */
  public Objective objective() {
    return objective;
  }

  /**
   * The limit.
   *
   * @return as the user wrote it, as {@code 200ms}
   */
  public String limit() {
    return limit;
  }

  /**
   * How far back requests count.
   *
   * @return nanoseconds
   */
  public long windowNanos() {
    return windowNanos;
  }

  /**
   * How many requests the window needs for the budget to break.
   *
   * @return 1 or more
   */
  public int minRequests() {
    return minRequests;
  }

  /**
   * How many requests of the route ended within the window.
   *
   * @return 0 or more
   */
  public long requests() {
    return requests;
  }

  /**
   * How many of them were over the limit; of an error rate, how many failed.
   *
   * @return 0 to {@link #requests()}
   */
  public long over() {
    return over;
  }

  /**
   * Which share of the requests may be over.
   *
   * @return 0.01 for 1%; more than 0, at most 1
   */
  public double allowedShare() {
    return (double) allowedBillionths / BILLIONTHS;
  }

  /**
   * How much of what is allowed is used: the share that is over, by the allowed share.
   *
   * @return 0 without requests; more than 1 is too much
   */
  public double burn() {
    return requests == 0 ? 0 : (double) over * BILLIONTHS / ((double) requests * allowedBillionths);
  }

  /**
   * Whether the budget could break at all: the window held {@link #minRequests()} at some look.
   *
   * @return once true, true until the end
   */
  public boolean judged() {
    return judged;
  }

  /**
   * Whether the budget is broken now.
   *
   * @return true from the time it broke until it has recovered
   */
  public boolean breached() {
    return breached;
  }

  /**
   * How often the budget broke.
   *
   * @return since start
   */
  public long breaches() {
    return breaches;
  }

  /**
   * How many requests of the route were judged.
   *
   * @return since start
   */
  public long runRequests() {
    return runRequests;
  }

  /**
   * How many of them were over the limit.
   *
   * @return since start
   */
  public long runOver() {
    return runOver;
  }

  /**
   * The worst request of the window that was over; if none was within the window, the last that is
   * known.
   *
   * @return null if none was over
   */
  public @Nullable WorstRequest worst() {
    return worst;
  }

  /** Collects a verdict; not thread-safe. */
  public static final class Builder {

    private final String budget;
    private final String route;
    private final Objective objective;
    private String limit = "";
    private long windowNanos;
    private long allowedBillionths = BILLIONTHS;
    private int minRequests = 1;
    private long requests;
    private long over;
    private boolean judged;
    private boolean breached;
    private long breaches;
    private long runRequests;
    private long runOver;
    private @Nullable WorstRequest worst;

    private Builder(String budget, String route, Objective objective) {
      this.budget = budget;
      this.route = route;
      this.objective = objective;
    }

    /**
     * Sets what is allowed.
     *
     * @param text the limit as the user wrote it
     * @param billionths which share of the requests may be over; 1 to {@link #BILLIONTHS}
     * @param nanos the window
     * @return this
     */
    public Builder allowed(String text, long billionths, long nanos) {
      this.limit = text;
      this.allowedBillionths = billionths;
      this.windowNanos = nanos;
      return this;
    }

    /**
     * Sets how many requests are too few to judge by.
     *
     * @param least what the window needs; 1 unless set
     * @return this
     */
    public Builder minRequests(int least) {
      this.minRequests = least;
      return this;
    }

    /**
     * Sets what was counted within the window.
     *
     * @param all requests
     * @param tooMuch those over the limit
     * @return this
     */
    public Builder window(long all, long tooMuch) {
      this.requests = all;
      this.over = tooMuch;
      return this;
    }

    /**
     * Sets what was counted since start.
     *
     * @param all requests
     * @param tooMuch those over the limit
     * @return this
     */
    public Builder run(long all, long tooMuch) {
      this.runRequests = all;
      this.runOver = tooMuch;
      return this;
    }

    /**
     * Sets whether the budget could break.
     *
     * @param ever whether the window ever held as many requests as it needs; false unless set
     * @return this
     */
    public Builder judged(boolean ever) {
      this.judged = ever;
      return this;
    }

    /**
     * Sets whether and how often the budget broke.
     *
     * @param now whether it is broken now
     * @param times since start
     * @return this
     */
    public Builder breached(boolean now, long times) {
      this.breached = now;
      this.breaches = times;
      return this;
    }

    /**
     * Sets the worst request.
     *
     * @param request or null if none was over
     * @return this
     */
    public Builder worst(@Nullable WorstRequest request) {
      this.worst = request;
      return this;
    }

    /**
     * What was collected.
     *
     * @return the verdict
     */
    public Verdict build() {
      return new Verdict(this);
    }
  }
}
