package io.gnomon.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql,23505,0,23505",
    "postgresql,23505,7,23505",
    "h2database,42S02,42102,42S02",
    "mysql,42S02,1146,1146",
    "mariadb,42S02,1146,1146",
    "mysql,08S01,0,08S01",
    "oracle.db,42000,942,ORA-00942",
    "oracle.db,42000,17027,ORA-17027",
    "microsoft.sql_server,S0002,208,208",
    "ibm.db2,42704,-204,-204",
    "sqlite,,19,19",
    "other_sql,HY000,99,HY000",
  })
  void theStatusCodeIsTheMostSpecificOne(String system, String state, int code, String expected) {
    assertThat(JdbcErrors.statusCode(system, new SQLException("x", state, code)))
        .isEqualTo(expected);
  }

  @Test
  void aBatchTellsTheCodeOfItsCauseIfItHasNone() {
    BatchUpdateException batch = new BatchUpdateException("x", null, 0, new int[0]);
    batch.setNextException(new SQLException("y", "23505"));
    assertThat(JdbcErrors.statusCode("postgresql", batch)).isEqualTo("23505");

    BatchUpdateException coded = new BatchUpdateException("x", "40001", 0, new int[0]);
    assertThat(JdbcErrors.statusCode("postgresql", coded)).isEqualTo("40001");
  }

  @Test
  void withoutACodeTheExceptionIsTheType() {
    SQLTimeoutException timeout = new SQLTimeoutException("x");
    assertThat(JdbcErrors.statusCode("postgresql", timeout)).isNull();
    assertThat(JdbcErrors.errorType(null, timeout)).isEqualTo("java.sql.SQLTimeoutException");
    assertThat(JdbcErrors.statusCode("mysql", new IllegalStateException("x"))).isNull();
    assertThat(JdbcErrors.errorType("1146", timeout)).isEqualTo("1146");
  }

  @Test
  void whatIsNoStateIsNotTold() {
    assertThat(JdbcErrors.statusCode("other_sql", new SQLException("x", "it's 'secret'"))).isNull();
    assertThat(JdbcErrors.statusCode("other_sql", new SQLException("x", "0".repeat(17)))).isNull();
    assertThat(JdbcErrors.statusCode("other_sql", new SQLException("x", ""))).isNull();
  }
}
