package io.gnomon.servlet.carriers;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls of methods without parameters, one on what the other returned. Immutable. */
final class Getter {

  private final MethodHandle[] steps;
  private final Class<?> type;

  private Getter(MethodHandle[] steps, Class<?> type) {
    this.steps = steps;
    this.type = type;
  }

  /**
   * A getter.
   *
   * @param start the type of what it is called on
   * @param path as {@code getRequest/getHttpURI}; a step may be {@code package.Type#method} where
   *     the method before returns less than that; empty for the object itself
   * @throws ReflectiveOperationException if there is no such method
   */
  static Getter of(Class<?> start, String path) throws ReflectiveOperationException {
    String[] names = path.isEmpty() ? new String[0] : path.split("/", -1);
    MethodHandle[] steps = new MethodHandle[names.length];
    Class<?> type = start;
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      int of = name.indexOf('#');
      if (of > 0) {
        type = Class.forName(name.substring(0, of), false, start.getClassLoader());
      }
      Method method = Types.getter(type, name.substring(of + 1));
      steps[i] = Types.handle(method);
      type = method.getReturnType();
    }
    return new Getter(steps, type);
  }

  /** The type of what it gets. */
  Class<?> type() {
    return type;
  }

  /** What the last method returns; null if one before it returns null. */
  @Nullable Object get(Object target) throws Throwable {
    @Nullable Object value = target;
    for (MethodHandle step : steps) {
      if (value == null) {
        return null;
      }
      value = (Object) step.invokeExact(value);
    }
    return value;
  }
}
