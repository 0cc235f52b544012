package io.gnomon.jdbc.pools;

import io.gnomon.bootstrap.PoolHandler;
import io.gnomon.core.Core;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.failures.Failures;
import io.gnomon.core.metrics.Metrics;
import io.gnomon.core.nplusone.NPlusOne;
import io.gnomon.core.request.ThreadState;
import io.gnomon.jdbc.slots.Slots;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What the advice in pools reports, made into borrows. Called on application threads, concurrently;
 * lock-free and without allocation for a connection of a pool that was asked before, unless leaks
 * are looked for. Calls a method of a pool only when it sees that pool for the first time.
 *
 * <p>Each pool counts what it hands out, so a pool inside a pool counts at both; a data source of
 * ours to know that only passes on what another one has handed out does not.
 */
public final class PoolCalls extends PoolHandler {

  /** The part of the agent that failures here are counted in. */
  static final String PART = "pools";

  private final Clock clock;
  private final Failures failures;
  private final NPlusOne nPlusOne;
  private final Slots slots = new Slots();
  private final Borrows borrows = new Borrows();
  private final Pools pools;
  private final Creations.Makers makers;
  private final LeakWatch leaks;

  /**
   * The handler to install.
   *
   * @param core where measurements, events and failures go
   * @param leaks what is a leak, and how it is told
   */
  public PoolCalls(Core core, LeakSettings leaks) {
    this(core, leaks, Clock.SYSTEM);
  }

  PoolCalls(Core core, LeakSettings settings, Clock clock) {
    Metrics metrics = core.metrics();
    this.clock = clock;
    this.failures = core.failures();
    this.nPlusOne = core.nPlusOne();
    this.pools = new Pools(slots, new PoolMetrics(metrics), metrics, failures);
    this.makers = new Creations.Makers(slots, metrics);
    this.leaks = new LeakWatch(settings, borrows, clock, core);
    PoolReader.register(metrics, pools);
  }

  /**
   * What looks for connections that are held for too long.
   *
   * @return to be run every now and then by one thread of ours
   */
  public Runnable leakWatch() {
    return leaks;
  }

  @Override
  protected int borrowing(Object dataSource) {
    BorrowNest nest = BorrowNest.current();
    nest.forgetStale(clock);
    if (!nest.admits(dataSource) || ThreadState.current().calls().isMuted()) {
      return 0;
    }
    Pool pool = pools.of(dataSource);
    return pool == null ? 0 : nest.enter(dataSource, pool, clock.nanoTime());
  }

  @Override
  protected void handedOut(Object bearer) {
    BorrowNest.current().handedOut(bearer);
  }

  @Override
  protected void borrowed(int token, @Nullable Object connection, @Nullable Throwable thrown) {
    BorrowNest nest = BorrowNest.current();
    Pool pool = nest.pool(token);
    if (pool == null) {
      return;
    }
    long startNanos = nest.startNanos(token);
    Object chosen = nest.handedOut();
    nest.exit(token);
    if (thrown != null) {
      pool.refused(thrown, clock.nanoTime() - startNanos);
    } else if (connection != null && (chosen != null || !(connection instanceof Proxy))) {
      begin(pool, startNanos, chosen != null ? chosen : connection);
    }
  }

  private void begin(Pool pool, long askedNanos, Object bearer) {
    Object left = slots.get(bearer);
    if (left instanceof Borrow) {
      Borrow before = (Borrow) left;
      if (Borrow.isHeld(before.state()) && before.startNanos() - askedNanos >= 0) {
        return;
      }
      end(before, bearer);
    } else if (left != null) {
      return;
    }
    long nowNanos = clock.nanoTime();
    pool.series().waitTimes.record(nowNanos - askedNanos);
    if (pool.opened(askedNanos)) {
      learnMaker(pool);
    }
    Borrow borrow = borrows.take();
    leaks.taken(borrow);
    borrow.begin(pool, nowNanos, bearer);
    BorrowNest.current().took(borrow);
    slots.put(bearer, borrow);
  }

  /** Once a pool is open, it may tell what it makes its connections with. */
  private void learnMaker(Pool pool) {
    Object dataSource = pool.dataSource();
    try {
      Object maker = dataSource == null ? null : pool.kind().creator(dataSource);
      if (maker != null) {
        pool.makesWith(maker);
        makers.belongTo(maker, pool);
      }
    } catch (Throwable failure) {
      failures.caught(PART, failure);
    }
  }

  @Override
  protected void returned(Object bearer) {
    Object left = slots.get(bearer);
    if (left instanceof Borrow) {
      slots.put(bearer, null);
      end((Borrow) left, bearer);
    }
  }

  private void end(Borrow borrow, Object bearer) {
    if (borrow.end(bearer)) {
      nPlusOne.unitEnded(ThreadState.current(), borrow.runs());
      Pool pool = borrow.pool();
      if (pool != null) {
        pool.series().useTimes.record(clock.nanoTime() - borrow.startNanos());
      }
      borrow.clear();
      borrows.give(borrow);
    }
  }

  @Override
  protected long creating() {
    return clock.nanoTime();
  }

  @Override
  protected void created(Object creator, long startNanos) {
    BorrowNest nest = BorrowNest.current();
    makers.made(creator, clock.nanoTime() - startNanos, nest.asking());
    PhysicalConnection made = nest.takeConnected(startNanos);
    if (made != null) {
      made.madeBy(makers.maker(creator));
    }
  }

  @Override
  protected void poolClosed(Object dataSource) {
    Pool pool = pools.known(dataSource);
    if (pool != null) {
      pool.close(clock.nanoTime());
    }
  }

  @Override
  protected void poolStopped(String name) {
    pools.close(name, clock.nanoTime());
  }

  @Override
  protected void failed(Throwable failure) {
    BorrowNest.current().exit(1);
    failures.caught(PART, failure);
  }
}
