package com.example.frameworks;

import com.sun.faces.config.FacesInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.faces.component.FacesComponent;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;

/** The shop in Faces, which maps its servlet itself. */
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
    // Tomcat's: the other one is not there.
    context.setInitParameter(
        "com.sun.faces.expressionFactory", "org.apache.el.ExpressionFactoryImpl");
    try {
      write(context, "/hello.xhtml");
      write(context, "/orders/list.xhtml");
      new FacesInitializer().onStartup(Set.of(FacesComponent.class), context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(ServletContext context, String page) throws IOException {
    Path file = Path.of(context.getRealPath("/"), page);
    Files.createDirectories(file.getParent());
    Files.writeString(file, PAGE);
  }
}
