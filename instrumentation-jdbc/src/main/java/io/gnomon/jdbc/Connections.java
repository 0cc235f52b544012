package io.gnomon.jdbc;

import io.gnomon.core.Core;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.nplusone.NPlusOne;
import io.gnomon.core.query.Database;
import io.gnomon.core.request.ThreadState;
import io.gnomon.jdbc.datasources.DataSourcePlaces;
import io.gnomon.jdbc.pools.BorrowNest;
import io.gnomon.jdbc.slots.Slots;
import io.gnomon.jdbc.transactions.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * The driver's connections: leaves a {@link ConnectionState} on each, from its beginning to its
 * close. Any thread; takes a lock only for a new connection.
 */
final class Connections {

  private final Clock clock;
  private final Slots slots;
  private final Databases databases;
  private final DataSourcePlaces places = new DataSourcePlaces();
  private final Transactions transactions;
  private final NPlusOne nPlusOne;
  private final Holds holds;
  private final boolean poolsEnabled;

  Connections(Core core, Clock clock, Slots slots, Databases databases, boolean poolsEnabled) {
    this.clock = clock;
    this.slots = slots;
    this.databases = databases;
    this.transactions = new Transactions(core.metrics());
    this.nPlusOne = core.nPlusOne();
    this.holds = new Holds(core.metrics());
    this.poolsEnabled = poolsEnabled;
  }

  /** What we left on a connection; null if it is no driver's. */
  @Nullable ConnectionState state(Object connection) {
    Object left = slots.get(connection);
    return left instanceof ConnectionState ? (ConnectionState) left : null;
  }

  /** A driver made a connection for a URL. */
  void connected(Object connection, String url) {
    begin(connection, databases.of(url));
  }

  /**
   * A data source of a driver's gave a connection, which it may have made without a URL; or it gave
   * an object that gives connections, or that one gave one.
   */
  void given(Object giver, JdbcClass giverType, Object given, JdbcClass type) {
    if (slots.get(given) != null) {
      return;
    }
    Object left = slots.get(giver);
    Database database =
        left instanceof Database
            ? (Database) left
            : giverType.isDataSource() ? place(giver, type.withoutAddress.systemName()) : null;
    if (database == null) {
      return;
    }
    if (type.isConnection()) {
      begin(given, database);
    } else {
      slots.put(given, database);
    }
  }

  private Database place(Object dataSource, String systemName) {
    String url = places.url(dataSource);
    return url != null
        ? databases.of(url)
        : databases.interned(places.byProperties(dataSource, systemName));
  }

  private void begin(Object connection, Database database) {
    ConnectionState state =
        new ConnectionState(database, transactions.of(database), clock.nanoTime());
    slots.put(connection, state);
    if (poolsEnabled) {
      BorrowNest.connected(state);
    }
  }

  /** A driver's connection was closed, perhaps again; it keeps its place, should it be re-used. */
  void closed(ConnectionState state) {
    nPlusOne.unitEnded(ThreadState.current(), state.ownRuns());
    if (state.endsHold()) {
      holds.held(state.database, clock.nanoTime() - state.connectedNanos());
    }
  }

  /** A connection that is no driver's was closed: given back to a pool, say. */
  void givenBack() {
    nPlusOne.unitEnded(ThreadState.current());
  }
}
