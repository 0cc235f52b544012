package io.gnomon.jdbc.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcedureNameTest {

  private final SqlDigester digester = new SqlDigester();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "postgresql           | {call p(?)}                        | p",
        "postgresql           | {?= call s.p}                      | s.p",
        "postgresql           | { ? = call \"My Schema\" . p ( ? ) } | \"My Schema\".p",
        "mysql                | CALL `db`.`p`(1, 'x')              | `db`.`p`",
        "mysql                | call p                             | p",
        "mysql                | CALL p(); CALL q()                 | p",
        "oracle.db            | CALL pkg.p@link(1)                 | pkg.p@link",
        "microsoft.sql_server | EXEC dbo.p @a = 1                  | dbo.p",
        "microsoft.sql_server | EXECUTE @rc = [dbo].[my p] 1       | [dbo].[my p]",
        "microsoft.sql_server | INSERT INTO t EXEC p               | p",
        "microsoft.sql_server | EXECUTE p                          | p",
        "firebirdsql          | EXECUTE PROCEDURE p (1, 2)         | p",
        "ibm.informix         | EXECUTE PROCEDURE s.p(1)           | s.p",
        "other_sql            | EXECUTE p                          | p",
      })
  void isTheOneThatAStatementCalls(String system, String text, String procedure) {
    digester.digest(text, SqlDialect.of(system), system);

    assertThat(digester.procedure()).isEqualTo(procedure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "postgresql           | SELECT p(1)",
        "postgresql           | EXECUTE prepared(1)",
        "mysql                | EXECUTE prepared USING @a",
        "mysql                | SELECT call FROM t",
        "oracle.db            | EXECUTE IMMEDIATE text",
        "oracle.db            | BEGIN p(1); END;",
        "microsoft.sql_server | EXEC (@sql)",
        "microsoft.sql_server | EXEC @name",
        "microsoft.sql_server | EXEC sp_x 'open",
        "h2database           | CALL 1 + 2",
        "postgresql           | {call p('open)}",
      })
  void isNullForWhatCallsNoneByName(String system, String text) {
    digester.digest(text, SqlDialect.of(system), system);

    assertThat(digester.procedure()).isNull();
  }

  @Test
  void isCutAtItsBound() {
    digester.digest("CALL " + "p".repeat(300) + "(1)", SqlDialect.POSTGRESQL, "postgresql");

    assertThat(digester.procedure()).isEqualTo("p".repeat(SqlDigester.MAX_PROCEDURE_CHARS));
  }

  @Test
  void isForgottenWithTheNextText() {
    digester.digest("CALL p(1)", SqlDialect.POSTGRESQL, "postgresql");
    digester.digest("SELECT 1", SqlDialect.POSTGRESQL, "postgresql");

    assertThat(digester.procedure()).isNull();
  }
}
