package com.example.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;
import org.apache.shardingsphere.driver.api.yaml.YamlShardingSphereDataSourceFactory;

/** ShardingSphere over the shards. */
final class Sphere {

  private Sphere() {}

  static DataSource open(Collection<String> tables) throws SQLException, IOException {
    return YamlShardingSphereDataSourceFactory.createDataSource(
        configuration(tables).getBytes(StandardCharsets.UTF_8));
  }

  private static String configuration(Collection<String> tables) {
    StringBuilder yaml = new StringBuilder("databaseName: logical\ndataSources:\n");
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      yaml.append("  ds_").append(shard).append(":\n");
      yaml.append("    dataSourceClassName: com.zaxxer.hikari.HikariDataSource\n");
      yaml.append("    jdbcUrl: ").append(Shards.url(shard)).append('\n');
      yaml.append("    username: sa\n    password: ''\n");
    }
    yaml.append("rules:\n- !SHARDING\n  tables:\n");
    for (String table : tables) {
      yaml.append("    ").append(table).append(":\n");
      yaml.append("      actualDataNodes: ds_${0..1}.").append(table).append('\n');
    }
    return yaml
        + """
            defaultDatabaseStrategy:
              standard:
                shardingColumn: id
                shardingAlgorithmName: parity
            shardingAlgorithms:
              parity:
                type: INLINE
                props:
                  algorithm-expression: ds_${id % 2}
          """;
  }
}
