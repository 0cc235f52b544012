package io.gnomon.jdbc.explain;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the connection of an execution came from. Implementations are for any thread. */
public interface ConnectionOrigin {

  /**
   * The source that the application took it from, held weakly by who implements this.
   *
   * @return null if it is not known, or gone
   */
  @Nullable DataSource dataSource();

  /**
   * Whether threads of the application wait for a connection of that source now. For threads of
   * ours: it asks the source.
   *
   * @return true also if that can't be told and is likely
   */
  boolean hasWaiters();
}
