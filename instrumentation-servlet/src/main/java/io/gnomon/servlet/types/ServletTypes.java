package io.gnomon.servlet.types;

import org.jspecify.annotations.Nullable;

/** Finds and calls the public servlet API of either name space on an object. Any thread. */
public final class ServletTypes {

  private static final String JAVAX = "javax.servlet.";
  private static final String JAKARTA = "jakarta.servlet.";

  private ServletTypes() {}

  /**
   * The interface of the servlet API that an object has.
   *
   * @param target the object
   * @param name the name behind {@code javax.servlet.}, as {@code http.HttpServletResponse}
   * @return the interface, of the name space that the object's class knows
   * @throws ClassNotFoundException if the object has no such interface
   */
  public static Class<?> of(Object target, String name) throws ClassNotFoundException {
    Class<?> found = find(target.getClass(), name);
    if (found == null) {
      throw new ClassNotFoundException(name + " of " + target.getClass().getName());
    }
    return found;
  }

  /**
   * Calls a method without parameters.
   *
   * @param target the object
   * @param type the interface that declares the method, as for {@link #of}
   * @param method the method's name
   * @return what it returned
   * @throws ReflectiveOperationException if there is no such method, or it threw
   */
  public static Object call(Object target, String type, String method)
      throws ReflectiveOperationException {
    return of(target, type).getMethod(method).invoke(target);
  }

  private static @Nullable Class<?> find(@Nullable Class<?> type, String name) {
    if (type == null || isServlet(type, name)) {
      return type;
    }
    for (Class<?> each : type.getInterfaces()) {
      Class<?> found = find(each, name);
      if (found != null) {
        return found;
      }
    }
    return find(type.getSuperclass(), name);
  }

  private static boolean isServlet(Class<?> type, String name) {
    return type.isInterface()
        && type.getName().endsWith(name)
        && (type.getName().equals(JAVAX + name) || type.getName().equals(JAKARTA + name));
  }
}
