package io.gnomon.servlet.routes;

import io.gnomon.servlet.types.ServletTypes;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
    Map<String, FilterRoutes> filters = Collections.emptyMap();
    try {
      path = (String) ServletTypes.call(context, "ServletContext", "getContextPath");
      mappings = mappings(context);
      filters = filters(context, path);
    } catch (InvocationTargetException refused) {
      // A restricted context may refuse to list its registrations: then it gives no routes.
    } catch (ReflectiveOperationException | ClassCastException unreadable) {
      throw new IllegalStateException(
          "not a servlet context: " + context.getClass().getName(), unreadable);
    }
    return new MappedRoutes(path, mappings, filters);
  }

  private static List<String> mappings(Object context) throws ReflectiveOperationException {
    List<String> mappings = new ArrayList<>();
    Map<?, ?> servlets =
        (Map<?, ?>) ServletTypes.call(context, "ServletContext", "getServletRegistrations");
    for (Object registration : servlets.values()) {
      for (Object mapping : strings(registration, "ServletRegistration", "getMappings")) {
        mappings.add((String) mapping);
      }
    }
    return mappings;
  }

  private static Map<String, FilterRoutes> filters(Object context, String path)
      throws ReflectiveOperationException {
    Map<String, FilterRoutes> byClass = new HashMap<>();
    Map<?, ?> filters =
        (Map<?, ?>) ServletTypes.call(context, "ServletContext", "getFilterRegistrations");
    for (Object registration : filters.values()) {
      String name = (String) ServletTypes.call(registration, "Registration", "getClassName");
      FilterRoutes routes = byClass.get(name);
      if (routes == null) {
        routes = new FilterRoutes(path);
        byClass.put(name, routes);
      }
      add(registration, routes);
    }
    return byClass;
  }

  private static void add(Object registration, FilterRoutes routes)
      throws ReflectiveOperationException {
    for (Object each : strings(registration, "FilterRegistration", "getUrlPatternMappings")) {
      routes.add((String) each);
    }
    if (!strings(registration, "FilterRegistration", "getServletNameMappings").isEmpty()) {
      routes.addServlets();
    }
  }

  /** Open Liberty has null where there are none. */
  private static Collection<?> strings(Object registration, String type, String method)
      throws ReflectiveOperationException {
    Object strings = ServletTypes.call(registration, type, method);
    return strings == null ? Collections.emptyList() : (Collection<?>) strings;
  }
}
