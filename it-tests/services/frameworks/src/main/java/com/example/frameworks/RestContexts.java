package com.example.frameworks;

import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;

/** The shop in Jersey, RESTEasy and CXF, each as a servlet; in Jersey as a filter too. */
final class RestContexts {

  private static final String MAPPING = "/api/*";

  private RestContexts() {}

  static void jersey(ServletContext context) {
    ServletContainer servlet =
        new ServletContainer(ResourceConfig.forApplicationClass(RestShop.class));
    map(context.addServlet("jersey", servlet));
  }

  static void jerseyFilter(ServletContext context) {
    ServletContainer filter =
        new ServletContainer(ResourceConfig.forApplicationClass(RestShop.class));
    javax.servlet.FilterRegistration.Dynamic registration = context.addFilter("jersey", filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(null, false, "/*");
  }

  static void resteasy(ServletContext context) {
    ServletRegistration.Dynamic servlet =
        context.addServlet("resteasy", new HttpServlet30Dispatcher());
    servlet.setInitParameter("javax.ws.rs.Application", RestShop.class.getName());
    servlet.setInitParameter("resteasy.servlet.mapping.prefix", "/api");
    map(servlet);
  }

  static void cxf(ServletContext context) {
    map(context.addServlet("cxf", new CXFNonSpringJaxrsServlet(new RestShop())));
  }

  private static void map(ServletRegistration.Dynamic servlet) {
    servlet.setAsyncSupported(true);
    servlet.addMapping(MAPPING);
  }
}
