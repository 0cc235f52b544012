package io.gnomon.jdbc.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BorrowedConnectionTest {

  private final List<String> done = new ArrayList<>();
  private final Map<String, Throwable> failures = new HashMap<>();

  private BorrowedConnection borrow() throws SQLException {
    return BorrowedConnection.of(
        (DataSource) proxy(DataSource.class, proxy(Connection.class, null)));
  }

  private Object proxy(Class<?> type, @Nullable Object answer) {
    return Proxy.newProxyInstance(
        BorrowedConnectionTest.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (answer != null) {
            return answer;
          }
          done.add(method.getName());
          Throwable failure = failures.get(method.getName());
          if (failure != null) {
            throw failure;
          }
          return method.getReturnType() == boolean.class
              ? (Object) true
              : method.getReturnType() == int.class ? (Object) 0 : null;
        });
  }

  @Test
  void whatWasChangedIsSetBackAndNoDriverIsSentToAReplica() throws SQLException {
    borrow().close();
    assertThat(done)
        .containsExactly(
            "getAutoCommit",
            "getNetworkTimeout",
            "setNetworkTimeout",
            "setAutoCommit",
            "rollback",
            "setAutoCommit",
            "setNetworkTimeout",
            "close");
  }

  @Test
  void anErrorOfOneStepKeepsNoneOfTheOthersFromBeingTaken() throws SQLException {
    failures.put("rollback", new NoClassDefFoundError("gone"));
    failures.put("abort", new NoClassDefFoundError("gone"));
    BorrowedConnection borrowed = borrow();
    done.clear();
    borrowed.close();
    assertThat(done)
        .containsExactly("rollback", "setAutoCommit", "setNetworkTimeout", "abort", "close");
  }

  @Test
  void anErrorOfTheVirtualMachineIsThrownWhenTheConnectionIsBack() throws SQLException {
    OutOfMemoryError failure = new OutOfMemoryError("no");
    failures.put("rollback", failure);
    BorrowedConnection borrowed = borrow();
    assertThatThrownBy(borrowed::close).isSameAs(failure);
    assertThat(done).endsWith("abort", "close");
  }

  @Test
  void aTransactionThatDidNotBeginIsNotRolledBack() {
    failures.put("setNetworkTimeout", new NoClassDefFoundError("gone"));
    assertThatThrownBy(this::borrow).isInstanceOf(NoClassDefFoundError.class);
    assertThat(done)
        .containsExactly(
            "getAutoCommit", "getNetworkTimeout", "setNetworkTimeout", "setAutoCommit", "close");
  }

  @Test
  void aConnectionThatCannotBeAskedGoesBack() {
    failures.put("getAutoCommit", new SQLException("no"));
    assertThatThrownBy(this::borrow).isInstanceOf(SQLException.class);
    assertThat(done).containsExactly("getAutoCommit", "close");
  }
}
