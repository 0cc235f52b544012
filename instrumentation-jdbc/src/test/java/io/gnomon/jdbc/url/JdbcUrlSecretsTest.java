package io.gnomon.jdbc.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.query.Database;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated URLs in which everything that is nobody's business carries a mark. */
class JdbcUrlSecretsTest {

  private static final String MARK = "zq";
  private static final int TIMES = 100_000;

  /** What a password may hold that means something in a URL. */
  private static final String IN_PASSWORDS = ":/?#[]@!$()*+,;=%&'\"\\{}|^~ ";

  /**
   * {@code <}: user and password; {@code >}: the same as Oracle has it. {@code &}, {@code ;},
   * {@code ,}: options so separated.
   */
  private static final String[] FORMS = {
    "jdbc:postgresql://<db:6432/shop?&",
    "jdbc:postgresql://<a,b:6432/shop?currentSchema=app&&",
    "jdbc:postgresql:shop?&",
    "jdbc:mysql://<db:3307/shop?&",
    "jdbc:mysql:replication://<a,b/shop?&",
    "jdbc:mysql://<[a:3307,b]/shop?&",
    "jdbc:mysql+srv://<db/shop?&",
    "jdbc:mariadb:sequential://<a,b:3307/shop?&",
    "jdbc:singlestore:loadbalance://<a/shop?&",
    "jdbc:h2:mem:shop;;",
    "jdbc:h2:tcp://<db/~/shop;;",
    "jdbc:hsqldb:hsql://<db/shop;;",
    "jdbc:derby://<db:1528/shop;;",
    "jdbc:derby:;databaseName=shop;;",
    "jdbc:sqlite:/shop.db?&",
    "jdbc:sqlserver://db:1450;databaseName=shop;;",
    "jdbc:sqlserver://<db:1450;;",
    "jdbc:sqlserver://;serverName=db;;",
    "jdbc:jtds:sqlserver://<db/shop;;",
    "jdbc:oracle:thin:>@db:1522/sales?&",
    "jdbc:oracle:thin:>@//db/sales",
    "jdbc:oracle:thin:>@db:1522:ORCL",
    "jdbc:oracle:thin:>@(DESCRIPTION=(ADDRESS=(HOST=db)(PORT=1522))(CONNECT_DATA=(SID=X)))",
    "jdbc:oracle:thin:@tcps://db/sales?&",
    "jdbc:oracle:thin:>@ldap://dir/sales,cn=OracleContext",
    "jdbc:oracle:thin:@config-azure://shop?&",
    "jdbc:oracle:oci:>@alias",
    "jdbc:db2://db:50001/shop:;",
    "jdbc:db2:shop:;",
    "jdbc:redshift://<db/dev?&",
    "jdbc:redshift://db/dev;;",
    "jdbc:redshift:iam://c1:eu-west-1/dev?&",
    "jdbc:clickhouse://<a,b:8124/shop?&",
    "jdbc:ch:https://<db/?database=shop&&",
    "jdbc:snowflake://acme.snowflakecomputing.com/?db=shop&&",
    "jdbc:trino://<db:8081/hive/app?&",
    "jdbc:presto://db/hive?&",
    "jdbc:informix-sqli://db:9088/shop:INFORMIXSERVER=ids;;",
    "jdbc:netezza://db/shop;;",
    "jdbc:vertica://<db/shop?&",
    "jdbc:sap://a:30015;b:30015/?databaseName=shop&&",
    "jdbc:teradata://db/DATABASE=shop,,",
    "jdbc:hive2://a,b:10001/shop;;",
    "jdbc:firebirdsql://<db/shop?&",
    "jdbc:cockroachdb://<db/shop?&",
    "jdbc:somedb://<db/shop?&",
    "jdbc:somedb:<db;;",
    "jdbc:p6spy:mysql://<db/shop?&",
    "jdbc:aws-wrapper:postgresql://<db/shop?&",
    "jdbc:tc:postgresql:17://<db/shop?&",
    "jdbc-secretsmanager:mysql://<db/shop?&",
    "jdbc:wrap-jdbc:filters=default:name=n:jdbc:postgresql://<db/shop?&",
  };

  /** What makes the rest of a password look like something that is told. */
  private static final String[] TRICKS = {
    "&database=",
    ";databaseName=",
    "&currentSchema=",
    ",DATABASE=",
    "&db=",
    ";serverName=",
    "(host=",
    ",host=",
    "@(host=",
    "(service_name=",
    "?database=",
    "/?db=",
    "://",
    "%40",
    "%2F"
  };

  private static final String[] OPTIONS = {
    "user",
    "password",
    "PWD",
    "UID",
    "sslpassword",
    "token",
    "accessToken",
    "SecretAccessKey",
    "trustStorePassword",
    "privateKey",
    "bootPassword",
    "key",
    "options",
    "applicationName",
    "connectionAttributes",
    "userDatabase",
    "no-such-option"
  };

  private final Random random = new Random(7);

  @Test
  void whatIsMarkedNeverShows() {
    for (int i = 0; i < TIMES; i++) {
      String url = url(FORMS[i % FORMS.length]);
      Database database = JdbcUrl.parse(url);

      String told =
          database.systemName() + " " + database.namespace() + " " + database.serverAddress();
      assertThat(told).as(url).doesNotContain(MARK);
    }
  }

  private String url(String form) {
    StringBuilder url = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c == '<' || c == '>') {
        url.append(credentials(c));
      } else if (i == form.length() - 1 && "&;,".indexOf(c) >= 0) {
        url.append(options(c));
      } else {
        url.append(c);
      }
    }
    return url.toString();
  }

  private String credentials(char form) {
    boolean oracle = form == '>';
    if (random.nextInt(4) == 0) {
      return "";
    }
    return MARK + (oracle ? "/" : ":") + secret(IN_PASSWORDS) + (oracle ? "" : "@");
  }

  private String options(char separator) {
    StringBuilder options = new StringBuilder();
    String inValues = IN_PASSWORDS.replace(String.valueOf(separator), "");
    for (int n = random.nextInt(5); n > 0; n--) {
      String name = OPTIONS[random.nextInt(OPTIONS.length)];
      options.append(name).append('=').append(secret(inValues)).append(n > 1 ? separator : "");
    }
    return options.toString();
  }

  /** Parts that each carry the mark or are a number, with what may lie between them. */
  private String secret(String between) {
    StringBuilder secret = new StringBuilder(MARK);
    for (int n = random.nextInt(4); n > 0; n--) {
      String trick = TRICKS[random.nextInt(TRICKS.length)];
      boolean possible = between.indexOf(trick.charAt(0)) >= 0;
      secret.append(
          possible && random.nextInt(4) == 0
              ? trick
              : between.charAt(random.nextInt(between.length())));
      secret.append(random.nextInt(4) == 0 ? "12" : MARK + (char) ('a' + random.nextInt(26)));
    }
    return secret.toString();
  }
}
