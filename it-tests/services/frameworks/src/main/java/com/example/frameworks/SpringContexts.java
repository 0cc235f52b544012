package com.example.frameworks;

import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.ServletHttpHandlerAdapter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.servlet.DispatcherServlet;

/** The shop in Spring MVC and in WebFlux. */
final class SpringContexts {

  private SpringContexts() {}

  static void mvc(ServletContext context, String mapping) {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(MvcShop.class);
    serve(context.addServlet("mvc", new DispatcherServlet(spring)), mapping);
  }

  static void webFlux(ServletContext context, String mapping) {
    AnnotationConfigApplicationContext spring =
        new AnnotationConfigApplicationContext(FluxShop.class);
    serve(
        context.addServlet(
            "flux",
            new ServletHttpHandlerAdapter(
                WebHttpHandlerBuilder.applicationContext(spring).build())),
        mapping);
  }

  private static void serve(ServletRegistration.Dynamic servlet, String mapping) {
    servlet.setAsyncSupported(true);
    servlet.addMapping(mapping);
  }
}
