package com.example.app;

import java.lang.reflect.Method;
import org.eclipse.jetty.servlet.ServletContextHandler;

/** Brings WebSockets into a context; the class that does it has another name in each Jetty. */
final class JettyWebSockets {

  private static final String[] NAMES = {
    "org.eclipse.jetty.websocket.jsr356.server.deploy.WebSocketServerContainerInitializer",
    "org.eclipse.jetty.websocket.javax.server.config.JavaxWebSocketServletContainerInitializer",
    "org.eclipse.jetty.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer"
  };

  private JettyWebSockets() {}

  static void configure(ServletContextHandler context) throws ReflectiveOperationException {
    for (String name : NAMES) {
      Class<?> type = find(name);
      if (type != null) {
        configure(type, context);
        return;
      }
    }
  }

  private static Class<?> find(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException absent) {
      return null;
    }
  }

  private static void configure(Class<?> type, ServletContextHandler context)
      throws ReflectiveOperationException {
    for (Method method : type.getMethods()) {
      if (method.getName().equals("configure") && method.getParameterCount() == 2) {
        method.invoke(null, context, null);
      }
    }
  }
}
