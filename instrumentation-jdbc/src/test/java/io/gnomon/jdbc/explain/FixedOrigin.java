package io.gnomon.jdbc.explain;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An origin that is what it was made as. */
final class FixedOrigin implements ConnectionOrigin {

  private final @Nullable DataSource source;
  private final boolean waiters;

  FixedOrigin(@Nullable DataSource source, boolean waiters) {
    this.source = source;
    this.waiters = waiters;
  }

  @Override
  public @Nullable DataSource dataSource() {
    return source;
  }

  @Override
  public boolean hasWaiters() {
    return waiters;
  }
}
