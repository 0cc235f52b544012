package com.example.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.commons.dbcp2.DelegatingStatement;

/** Runs each text on all shards. */
final class RoutedStatement extends DelegatingStatement {

  private final HandRouter router;
  private final List<Statement> shards;

  RoutedStatement(HandRouter router, List<Statement> shards) {
    super(router, shards.get(0));
    this.router = router;
    this.shards = shards;
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    return router.run(shards, shard -> shard.executeQuery(sql));
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    return router.run(shards, shard -> shard.executeUpdate(sql));
  }
}
