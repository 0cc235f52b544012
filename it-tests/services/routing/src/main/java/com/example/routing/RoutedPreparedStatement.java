package com.example.routing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;

/** Runs on the shard that its first parameter, an id, says; a batch on all. */
final class RoutedPreparedStatement extends DelegatingPreparedStatement {

  private final HandRouter router;
  private final List<PreparedStatement> shards;
  private int shard;

  RoutedPreparedStatement(HandRouter router, List<PreparedStatement> shards) {
    super(router, shards.get(0));
    this.router = router;
    this.shards = shards;
  }

  @Override
  public void setInt(int index, int id) throws SQLException {
    shard = id % Shards.COUNT;
    shards.get(shard).setInt(index, id);
  }

  @Override
  public void addBatch() throws SQLException {
    shards.get(shard).addBatch();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return router.run(shards.subList(shard, shard + 1), PreparedStatement::executeQuery);
  }

  @Override
  public int executeUpdate() throws SQLException {
    return router.run(shards.subList(shard, shard + 1), PreparedStatement::executeUpdate);
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return router.run(shards, PreparedStatement::executeBatch);
  }
}
