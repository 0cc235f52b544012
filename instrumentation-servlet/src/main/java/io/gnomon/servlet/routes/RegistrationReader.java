package io.gnomon.servlet.routes;

import io.gnomon.servlet.types.ServletTypes;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads a servlet context's path and mappings through the public servlet API, by reflection because
 * only the application sees that API. Once for each context.
 */
final class RegistrationReader {

  private RegistrationReader() {}

  static MappedRoutes read(Object context) {
    String path = "";
    List<String> mappings = Collections.emptyList();
    try {
      path = (String) ServletTypes.call(context, "ServletContext", "getContextPath");
      mappings = mappings(context);
    } catch (InvocationTargetException refused) {
      // A restricted context may refuse to list its registrations: then it gives no routes.
    } catch (ReflectiveOperationException | ClassCastException unreadable) {
      throw new IllegalStateException(
          "not a servlet context: " + context.getClass().getName(), unreadable);
    }
    return new MappedRoutes(path, mappings);
  }

  private static List<String> mappings(Object context) throws ReflectiveOperationException {
    List<String> mappings = new ArrayList<>();
    Map<?, ?> servlets =
        (Map<?, ?>) ServletTypes.call(context, "ServletContext", "getServletRegistrations");
    for (Object registration : servlets.values()) {
      Collection<?> each =
          (Collection<?>) ServletTypes.call(registration, "ServletRegistration", "getMappings");
      for (Object mapping : each) {
        mappings.add((String) mapping);
      }
    }
    return mappings;
  }
}
