package io.gnomon.jdbc;

import io.gnomon.bootstrap.Slot;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;

/** Objects to call the handler with by hand. */
public final class SlottedStatements {

  private static final Driver DRIVER = new org.h2.Driver();

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

  /** What the weaver adds, by hand. */
  public static class Slotted implements Slot {
    /** For the classes made on the fly. */
    public Slotted() {}

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

  /** A result of a driver, whose class was woven at its load. */
  static ResultSet result(int fetchSize) {
    return (ResultSet) slotted(ResultSet.class, "getFetchSize", fetchSize);
  }

  static DriverStatement statement() throws Exception {
    return Stubs.DRIVER_STATEMENT.getDeclaredConstructor().newInstance();
  }

  static PreparedStatement proxied() {
    return (PreparedStatement) proxy(PreparedStatement.class, Slot.class);
  }

  /** A connection that no method needs to be called on. */
  static final class SlottedConnection extends Slotted {

    static Connection asConnection() {
      return (Connection) slotted(Connection.class, "getNetworkTimeout", 0);
    }
  }

  static Driver driver() {
    return DRIVER;
  }

  /** What was left on an object. */
  static Object left(Object slotted) {
    return ((Slot) slotted).gnomon$slot();
  }

  /** The driver that {@link #statement} is of. */
  static Driver driverOfStatements() throws Exception {
    return (Driver)
        Class.forName("com.fake.driver.FakeDriver", true, Stubs.DRIVER_STATEMENT.getClassLoader())
            .getDeclaredConstructor()
            .newInstance();
  }

  static Driver wrappingDriver() {
    return (Driver) proxy(Driver.class);
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

  /** An object with a real slot, not a JDK proxy, that answers one method. */
  private static Object slotted(Class<?> type, String method, Object answer) {
    try {
      return new ByteBuddy()
          .subclass(Slotted.class)
          .implement(type)
          .method(ElementMatchers.named(method))
          .intercept(FixedValue.value(answer))
          .make()
          .load(SlottedStatements.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
          .getLoaded()
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Classes of one driver made on the fly, so that no test has to write fifty methods. */
  private static final class Stubs {
    static final DynamicType.Loaded<DriverStatement> LOADED =
        new ByteBuddy()
            .subclass(DriverStatement.class)
            .name("com.fake.driver.FakeStatement")
            .make()
            .include(
                new ByteBuddy()
                    .subclass(Object.class)
                    .implement(Driver.class)
                    .name("com.fake.driver.FakeDriver")
                    .make())
            .load(SlottedStatements.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER);

    static final Class<? extends DriverStatement> DRIVER_STATEMENT = LOADED.getLoaded();
  }
}
