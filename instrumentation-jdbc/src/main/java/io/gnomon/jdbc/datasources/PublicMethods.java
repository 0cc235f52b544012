package io.gnomon.jdbc.datasources;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls public methods without parameters on objects whose classes we can't name. A method is
 * looked up once per class, and the class itself keeps it. Any thread.
 */
public final class PublicMethods extends ClassValue<ConcurrentHashMap<String, Object>> {

  /** Stands for a method that a class does not have. */
  private static final Object ABSENT = new Object();

  /** No method looked up yet. */
  public PublicMethods() {}

  @Override
  protected ConcurrentHashMap<String, Object> computeValue(Class<?> type) {
    return new ConcurrentHashMap<>();
  }

  /**
   * Calls one method after the other, each on what the one before returned.
   *
   * @param target the first receiver
   * @param path names of methods, one or more
   * @return what the last one returned; null if one returned null or is missing
   * @throws Throwable what a method threw
   */
  public @Nullable Object call(Object target, String... path) throws Throwable {
    Object receiver = target;
    for (String name : path) {
      Method method = method(receiver.getClass(), name);
      Object result = method == null ? null : invoke(method, receiver);
      if (result == null) {
        return null;
      }
      receiver = result;
    }
    return receiver;
  }

  private static @Nullable Object invoke(Method method, Object receiver) throws Throwable {
    try {
      return method.invoke(receiver);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  private @Nullable Method method(Class<?> type, String name) {
    ConcurrentHashMap<String, Object> known = get(type);
    Object method = known.get(name);
    if (method == null) {
      Method found = find(type, name);
      method = found == null ? ABSENT : found;
      known.put(name, method);
    }
    return method == ABSENT ? null : (Method) method;
  }

  /** An interface's method before a class's: its package is the one that a module exports. */
  private static @Nullable Method find(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Method ofInterface = ofInterfaces(each, name);
      if (ofInterface != null) {
        return ofInterface;
      }
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Method own = declared(each, name);
      if (own != null) {
        return own;
      }
    }
    return null;
  }

  private static @Nullable Method ofInterfaces(Class<?> type, String name) {
    for (Class<?> each : type.getInterfaces()) {
      Method own = declared(each, name);
      Method inherited = own != null ? own : ofInterfaces(each, name);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  private static @Nullable Method declared(Class<?> type, String name) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return null;
    }
    try {
      Method method = type.getDeclaredMethod(name);
      return Modifier.isPublic(method.getModifiers()) ? method : null;
    } catch (NoSuchMethodException absent) {
      return null;
    }
  }
}
