package io.gnomon.jdbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gnomon.core.query.Database;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

  private static String read(String url) {
    Database database = JdbcUrl.parse(url);
    return database.systemName()
        + " "
        + database.namespace()
        + " "
        + database.serverAddress()
        + " "
        + database.serverPort();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '\0',
      value = {
        "jdbc:postgresql://db.example.com/shop ^ postgresql shop db.example.com 0",
        "jdbc:postgresql://db:5432/shop ^ postgresql shop db 0",
        "jdbc:postgresql://db:6432/shop?user=joe&password=s3cret ^ postgresql shop db 6432",
        "jdbc:postgresql://db/shop?currentSchema=app,public ^ postgresql shop|app db 0",
        "jdbc:postgresql://a:1,b:2/shop?targetServerType=primary ^ postgresql shop a 1",
        "jdbc:postgresql://[2001:db8::1]:5433/shop ^ postgresql shop 2001:db8::1 5433",
        "jdbc:postgresql:shop ^ postgresql shop localhost 0",
        "jdbc:postgresql:shop?currentSchema=app ^ postgresql shop|app localhost 0",
        "jdbc:postgresql:/ ^ postgresql null localhost 0",
        "jdbc:postgresql:///shop ^ postgresql shop localhost 0",
        "jdbc:postgresql://db:5432/ ^ postgresql null db 0",
        "jdbc:postgresql://db?user=me@server&ssl=true ^ postgresql null db 0",
        "JDBC:PostgreSQL://db/shop ^ postgresql shop db 0",
        "jdbc:pgsql://db:5432/shop ^ postgresql shop db 0",
        "jdbc:mysql://db:3306/shop?useSSL=false ^ mysql shop db 0",
        "jdbc:mysql://joe:s3cret@db:3307/shop ^ mysql shop db 3307",
        "jdbc:mysql://db ^ mysql null db 0",
        "jdbc:mysql:///shop ^ mysql shop localhost 0",
        "jdbc:mysql:replication://m:3306,s1,s2/shop ^ mysql shop m 0",
        "jdbc:mysql:loadbalance://m:3308,s1/shop ^ mysql shop m 3308",
        "jdbc:mysql+srv://db/shop ^ mysql shop db 0",
        "jdbc:mysql://address=(host=db)(port=3310)(user=joe)/shop ^ mysql shop db 3310",
        "jdbc:mysql://(host=db,port=3310,user=joe)/shop ^ mysql shop db 3310",
        "jdbc:mysql://[::1]:3306/shop ^ mysql shop ::1 0",
        "jdbc:mariadb://db/shop ^ mariadb shop db 0",
        "jdbc:mariadb:sequential://a:3306,b:3307/shop ^ mariadb shop a 0",
        "jdbc:mariadb://address=(host=m)(port=3309)(type=master)/shop ^ mariadb shop m 3309",
        "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1 ^ h2database shop null 0",
        "jdbc:h2:mem: ^ h2database null null 0",
        "jdbc:h2:~/data/shop ^ h2database ~/data/shop null 0",
        "jdbc:h2:file:/data/shop;USER=sa;PASSWORD=s3cret ^ h2database /data/shop null 0",
        "jdbc:h2:C:/data/shop ^ h2database C:/data/shop null 0",
        "jdbc:h2:tcp://db:9092/~/shop ^ h2database ~/shop db 0",
        "jdbc:h2:ssl://db:9093/mem:shop;USER=sa ^ h2database mem:shop db 9093",
        "jdbc:hsqldb:mem:shop ^ hsqldb shop null 0",
        "jdbc:hsqldb:file:/data/shop;shutdown=true ^ hsqldb /data/shop null 0",
        "jdbc:hsqldb:hsql://db:9001/shop ^ hsqldb shop db 0",
        "jdbc:hsqldb:hsqls://db:9002/shop ^ hsqldb shop db 9002",
        "jdbc:derby:memory:shop;create=true ^ derby shop null 0",
        "jdbc:derby:shop;user=joe;password=s3cret ^ derby shop null 0",
        "jdbc:derby:;databaseName=shop;create=true ^ derby shop null 0",
        "jdbc:derby://db:1527/shop;create=true ^ derby shop db 0",
        "jdbc:sqlite:/data/shop.db ^ sqlite /data/shop.db null 0",
        "jdbc:sqlite::memory: ^ sqlite :memory: null 0",
        "jdbc:sqlite:file:shop.db?mode=ro ^ sqlite shop.db null 0",
        "jdbc:sqlite: ^ sqlite null null 0",
        "jdbc:sqlserver://db:1433;databaseName=shop ^ microsoft.sql_server shop db 0",
        "jdbc:sqlserver://db\\inst;databaseName=shop ^ microsoft.sql_server inst|shop db 0",
        "jdbc:sqlserver://db\\inst:1450;database=shop ^ microsoft.sql_server inst|shop db 1450",
        "jdbc:sqlserver://;serverName=db;port=1450;databaseName=shop ^ microsoft.sql_server shop db 1450",
        "jdbc:sqlserver://db;password={a;databaseName=evil};databaseName=shop ^ microsoft.sql_server shop db 0",
        "jdbc:sqlserver://db;instanceName=i1 ^ microsoft.sql_server i1 db 0",
        "jdbc:jtds:sqlserver://db:1433/shop;instance=i1 ^ microsoft.sql_server i1|shop db 0",
        "jdbc:jtds:sybase://db:7100/shop ^ other_sql null null 0",
        "jdbc:oracle:thin:@//db:1521/sales ^ oracle.db sales db 0",
        "jdbc:oracle:thin:@db:1522/sales ^ oracle.db sales db 1522",
        "jdbc:oracle:thin:@db:1521:ORCL ^ oracle.db ORCL db 0",
        "jdbc:oracle:thin:scott/tiger@//db/sales ^ oracle.db sales db 0",
        "jdbc:oracle:thin:scott/\"t@ger\"@db:1521/sales ^ oracle.db sales db 0",
        "jdbc:oracle:thin:@tcps://db:2484/sales?wallet_location=/w ^ oracle.db sales db 2484",
        "jdbc:oracle:thin:@alias ^ oracle.db alias null 0",
        "jdbc:oracle:oci:@alias?TNS_ADMIN=/etc ^ oracle.db alias null 0",
        "jdbc:oracle:thin:@(DESCRIPTION = (ADDRESS = (PROTOCOL = TCP)(HOST = db)(PORT = 1530))"
            + "(CONNECT_DATA = (SERVICE_NAME = sales))) ^ oracle.db sales db 1530",
        "jdbc:oracle:thin:@(description=(address=(host=db)(port=1521))(connect_data=(sid=X))) ^ oracle.db X db 0",
        "jdbc:db2://db:50000/shop:user=joe;password=s3cret; ^ ibm.db2 shop db 0",
        "jdbc:db2://db:50001/shop ^ ibm.db2 shop db 50001",
        "jdbc:redshift://c.eu.redshift.amazonaws.com:5439/dev ^ aws.redshift dev c.eu.redshift.amazonaws.com 0",
        "jdbc:redshift:iam://c.eu.redshift.amazonaws.com:5440/dev ^ aws.redshift dev c.eu.redshift.amazonaws.com 5440",
        "jdbc:clickhouse://db:8123/shop ^ clickhouse shop db 0",
        "jdbc:ch:https://db:8443/shop?ssl=true ^ clickhouse shop db 8443",
        "jdbc:ch://db/?database=shop ^ clickhouse shop db 0",
        "jdbc:snowflake://acme.snowflakecomputing.com/?db=shop&schema=app&user=joe"
            + " ^ snowflake shop|app acme.snowflakecomputing.com 0",
        "jdbc:trino://db:8080/hive/app ^ trino hive|app db 0",
        "jdbc:trino://db:443/hive?SSL=true ^ trino hive db 443",
        "jdbc:presto://db:8080/hive/app ^ presto hive|app db 0",
        "jdbc:informix-sqli://db:9088/shop:INFORMIXSERVER=ids;user=joe ^ ibm.informix shop db 9088",
        "jdbc:sap://db:30015/?databaseName=shop ^ sap.hana shop db 30015",
        "jdbc:somedb://db:7000/shop ^ other_sql shop db 7000",
        "jdbc:p6spy:postgresql://db/shop ^ postgresql shop db 0",
        "jdbc:log4jdbc:mysql://db/shop ^ mysql shop db 0",
        "jdbc:otel:h2:mem:shop ^ h2database shop null 0",
        "jdbc:tracing:p6spy:mariadb://db/shop ^ mariadb shop db 0",
        "jdbc:aws-wrapper:postgresql://db/shop ^ postgresql shop db 0",
        "jdbc:tc:postgresql:9.6.8:///shop ^ postgresql shop null 0",
      })
  void readsWhereTheDatabaseIs(String url, String expected) {
    assertThat(read(url)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://joe:s3c/ret@db/shop",
        "jdbc:postgresql://joe:s3c?ret@db/shop",
        "jdbc:postgresql://joe:12?s3cret@db/shop",
        "jdbc:postgresql://joe:12?34=s3cret@db/shop",
        "jdbc:postgresql://joe:12/34=s3cret@db/shop",
        "jdbc:postgresql://joe:12/s3cret@db/shop",
        "jdbc:mysql://joe:s3c;ret@db:3306/shop",
        "jdbc:mysql://joe:s3cret",
        "jdbc:sqlserver://joe:s3cret@db;databaseName=shop",
        "jdbc:sqlserver://db:s3cret;databaseName=shop",
        "jdbc:oracle:thin:joe/s3c?ret@db:1521/shop",
        "jdbc:oracle:thin:joe/s3cret",
        "jdbc:h2:tcp://joe:s3cret@db;s3cret/x@y",
        "jdbc:somedb:user=joe;password=s3cret",
        "jdbc:cloudspanner:/projects/p/s3cret",
        "jdbc:postgresql://db:99999/s3cret",
        "jdbc:postgresql://[::1/s3cret",
        "s3cret",
        "jdbc:s3cret",
        "jdbc:",
        ""
      })
  void hidesWhatItDoesNotUnderstand(String url) {
    assertThat(read(url)).doesNotContain("joe").doesNotContain("s3c").endsWith(" null null 0");
  }

  @Test
  void neverThrows() {
    String alphabet = "jdbc:postgresql@/?;=&{}()[],\\ 09\u00e9mysqloraclethinsqlserver";
    String[] starts = {
      "jdbc:postgresql:", "jdbc:sqlserver:", "jdbc:oracle:thin:", "jdbc:h2:", "jdbc:mysql://", ""
    };
    Random random = new Random(42);
    for (int i = 0; i < 60_000; i++) {
      StringBuilder url = new StringBuilder(starts[i % starts.length]);
      for (int n = random.nextInt(30); n > 0; n--) {
        url.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String text = url.toString();
      assertThatCode(() -> JdbcUrl.parse(text)).as(text).doesNotThrowAnyException();
    }
  }
}
