package io.gnomon.benchmarks.woven;

import io.gnomon.bootstrap.Slot;
import java.sql.Statement;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.jspecify.annotations.Nullable;

/** A statement as a driver's is once its class is woven: it has a slot; nothing else is called. */
public abstract class DriverStatement implements Statement, Slot {

  /** Made on the fly, for the fifty methods of a statement do not matter here. */
  private static final Class<? extends DriverStatement> MADE =
      new ByteBuddy()
          .subclass(DriverStatement.class)
          .name("org.postgresql.jdbc.MadeUpStatement")
          .make()
          .load(DriverStatement.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
          .getLoaded();

  private @Nullable Object slot;

  /** For the class that is made of it. */
  protected DriverStatement() {}

  static DriverStatement make() {
    try {
      return MADE.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public @Nullable Object gnomon$slot() {
    return slot;
  }

  @Override
  public void gnomon$slot(@Nullable Object value) {
    slot = value;
  }
}
