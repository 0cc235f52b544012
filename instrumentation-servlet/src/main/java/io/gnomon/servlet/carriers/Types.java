package io.gnomon.servlet.carriers;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds types and public methods of a container by their names. */
final class Types {

  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
  private static final MethodType LOOKUP =
      MethodType.methodType(Object.class, Object.class, Object.class);

  private Types() {}

  /** The class or interface of a name that a class is or inherits, or null. */
  static @Nullable Class<?> find(@Nullable Class<?> type, String name) {
    if (type == null || type.getName().equals(name)) {
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

  /** A method without parameters, or a static one with the object as its parameter. */
  static Method getter(Class<?> type, String name) throws NoSuchMethodException {
    try {
      return open(type, name);
    } catch (NoSuchMethodException perhapsStatic) {
      Method method = open(type, name, type);
      if (!Modifier.isStatic(method.getModifiers())) {
        throw perhapsStatic;
      }
      return method;
    }
  }

  /** A public method as it is declared by a type that is public itself. */
  private static Method open(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    Method method = type.getMethod(name, parameters);
    if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
      return method;
    }
    for (Class<?> each : type.getInterfaces()) {
      if (declares(each, name, parameters)) {
        return open(each, name, parameters);
      }
    }
    Class<?> parent = type.getSuperclass();
    return parent == null ? method : open(parent, name, parameters);
  }

  private static boolean declares(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters) != null;
    } catch (NoSuchMethodException no) {
      return false;
    }
  }

  /** A getter as {@code (Object) -> Object}. */
  static MethodHandle handle(Method getter) throws IllegalAccessException {
    return MethodHandles.publicLookup().unreflect(getter).asType(GETTER);
  }

  /** A method that takes a name, as {@code (Object, Object) -> Object}. */
  static MethodHandle byName(Class<?> type, String name) throws ReflectiveOperationException {
    return MethodHandles.publicLookup().unreflect(open(type, name, String.class)).asType(LOOKUP);
  }
}
