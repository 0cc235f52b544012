package io.gnomon.jdbc;

import io.gnomon.bootstrap.Slot;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** Objects to call the handler with by hand. */
public final class SlottedStatements {

  private SlottedStatements() {}

  /** A statement of a driver, whose class was woven at its load. */
  public abstract static class DriverStatement implements Statement, Slot {
    /** For the class made on the fly. */
    public DriverStatement() {}

    private Object slot;

    @Override
    public Object gnomon$slot() {
      return slot;
    }

    @Override
    public void gnomon$slot(Object value) {
      slot = value;
    }
  }

  static final class SlottedConnection implements Slot {
    private Object slot;

    @Override
    public Object gnomon$slot() {
      return slot;
    }

    @Override
    public void gnomon$slot(Object value) {
      slot = value;
    }
  }

  static DriverStatement statement() throws Exception {
    return Stubs.DRIVER_STATEMENT.getDeclaredConstructor().newInstance();
  }

  static PreparedStatement proxied() {
    return (PreparedStatement) proxy(PreparedStatement.class, Slot.class);
  }

  static Connection proxiedConnection() {
    return (Connection) proxy(Connection.class);
  }

  private static Object proxy(Class<?>... types) {
    InvocationHandler refuses =
        (proxy, method, arguments) -> {
          throw new AssertionError("called " + method);
        };
    return Proxy.newProxyInstance(SlottedStatements.class.getClassLoader(), types, refuses);
  }

  /** Classes made on the fly, so that no test has to write fifty methods. */
  private static final class Stubs {
    static final Class<? extends DriverStatement> DRIVER_STATEMENT =
        new net.bytebuddy.ByteBuddy()
            .subclass(DriverStatement.class)
            .name("com.fake.driver.FakeStatement")
            .make()
            .load(
                SlottedStatements.class.getClassLoader(),
                net.bytebuddy.dynamic.loading.ClassLoadingStrategy.Default.WRAPPER)
            .getLoaded();
  }
}
