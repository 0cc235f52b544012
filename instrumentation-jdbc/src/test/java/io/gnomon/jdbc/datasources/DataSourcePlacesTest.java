package io.gnomon.jdbc.datasources;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.core.query.Database;
import org.junit.jupiter.api.Test;

class DataSourcePlacesTest {

  private final DataSourcePlaces places = new DataSourcePlaces();

  /** With a URL that tells no place, as SQL Server's has until one is set. */
  public static class ByProperties {
    public String getURL() {
      return "jdbc:sqlserver://";
    }

    public String getServerName() {
      return "db1.internal";
    }

    public int getPortNumber() {
      return 1434;
    }

    public String getDatabaseName() {
      return "shop";
    }
  }

  public static class ByUrl {
    public String getUrl() {
      return "jdbc:mysql://db/shop?password=s3cret";
    }
  }

  public static class Hostile {
    public String getURL() {
      throw new IllegalStateException("not now");
    }

    public Object getServerName() {
      return "user:s3cret@db";
    }

    public String getPortNumber() {
      return "not a number";
    }
  }

  @Test
  void aUrlThatTellsThePlaceIsTaken() {
    assertThat(places.url(new ByUrl())).isEqualTo(new ByUrl().getUrl());
    assertThat(places.url(new ByProperties())).isNull();
    assertThat(places.url("no data source")).isNull();
  }

  @Test
  void elseTheStandardPropertiesAre() {
    assertThat(places.byProperties(new ByProperties(), "microsoft.sql_server"))
        .isEqualTo(new Database("microsoft.sql_server", "shop", "db1.internal", 1434));
  }

  @Test
  void aDefaultPortIsNotTold() {
    ByProperties usual =
        new ByProperties() {
          @Override
          public int getPortNumber() {
            return 1433;
          }
        };
    assertThat(places.byProperties(usual, "microsoft.sql_server").serverPort()).isZero();
  }

  @Test
  void whatIsOddOrThrowsIsLeftOut() {
    assertThat(places.url(new Hostile())).isNull();
    assertThat(places.byProperties(new Hostile(), "oracle.db"))
        .isEqualTo(new Database("oracle.db", null, null, 0));
  }
}
