package com.example.frameworks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import javax.faces.component.FacesComponent;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;

/** The shop in Faces, which maps its servlet itself: MyFaces or Mojarra, as is there. */
final class FacesContexts {

  /** Keeps no state, so its form can be sent by anybody. */
  private static final String PAGE =
      "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:h='http://xmlns.jcp.org/jsf/html'"
          + " xmlns:f='http://xmlns.jcp.org/jsf/core'>"
          + "<f:view transient='true'><h:head/><h:body><h:form id='form'>"
          + "<h:commandButton id='go' value='go' action='/hello?faces-redirect=true'/>"
          + "</h:form></h:body></f:view></html>";

  private FacesContexts() {}

  static void faces(ServletContext context) {
    try {
      write(context, "/hello.xhtml", PAGE);
      write(context, "/orders/list.xhtml", PAGE);
      write(context, "/WEB-INF/faces-config.xml", "<faces-config version='2.2'/>");
      start(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void start(ServletContext context) throws ServletException {
    // For Mojarra: Tomcat's, since the other one is not there.
    context.setInitParameter(
        "com.sun.faces.expressionFactory", "org.apache.el.ExpressionFactoryImpl");
    for (ServletContainerInitializer each : ServiceLoader.load(ServletContainerInitializer.class)) {
      String name = each.getClass().getName();
      if (name.contains("faces")) {
        each.onStartup(Set.of(FacesComponent.class), context);
      }
      if (name.contains("myfaces")) {
        context.addListener("org.apache.myfaces.webapp.StartupServletContextListener");
      }
    }
  }

  private static void write(ServletContext context, String path, String text) throws IOException {
    Path file = Path.of(context.getRealPath("/"), path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
