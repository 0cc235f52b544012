package io.gnomon.servlet.carriers;

import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a container's request by name. Immutable. */
final class Headers {

  private static final int ALL = 2;

  private final Getter holder;
  private final MethodHandle first;
  private final MethodHandle all;
  private final @Nullable Getter text;

  /**
   * A reader of headers.
   *
   * @param type of the carrier
   * @param where as {@link Kind} says it
   * @throws ReflectiveOperationException if there is no such method
   */
  Headers(Class<?> type, String where) throws ReflectiveOperationException {
    String[] names = where.split(" ", -1);
    this.holder = Getter.of(type, names[0]);
    this.first = Types.byName(holder.type(), names[1]);
    this.all = Types.byName(holder.type(), names[ALL]);
    this.text = names.length > ALL + 1 ? Getter.of(type, names[ALL + 1]) : null;
  }

  /** All lines of a name with a comma between them, or null; allocates only if there is one. */
  @Nullable String get(Object carrier, String name) throws Throwable {
    Object headers = holder.get(carrier);
    if (headers == null) {
      return null;
    }
    Object line = (Object) first.invokeExact(headers, (Object) name);
    String value = text(line);
    return value == null ? null : joined(value, (Object) all.invokeExact(headers, (Object) name));
  }

  private @Nullable String text(@Nullable Object line) throws Throwable {
    if (line == null) {
      return null;
    }
    Object value = text == null ? line : text.get(line);
    return value == null ? null : value.toString();
  }

  private String joined(String value, @Nullable Object lines) throws Throwable {
    StringBuilder more = null;
    boolean first = true;
    for (Object line : iterable(lines)) {
      if (!first) {
        more = more == null ? new StringBuilder(value) : more;
        more.append(',').append(text(line));
      }
      first = false;
    }
    return more == null ? value : more.toString();
  }

  private static Iterable<?> iterable(@Nullable Object lines) {
    if (lines instanceof Enumeration) {
      return Collections.list((Enumeration<?>) lines);
    }
    return lines instanceof Iterable ? (Iterable<?>) lines : Collections.emptyList();
  }
}
