package com.example.frameworks;

import javax.servlet.FilterRegistration;
import javax.servlet.ServletContext;
import org.apache.struts2.dispatcher.filter.StrutsPrepareAndExecuteFilter;

/** The shop in Struts. */
final class PageContexts {

  private PageContexts() {}

  static void struts(ServletContext context) {
    FilterRegistration.Dynamic filter =
        context.addFilter("struts", new StrutsPrepareAndExecuteFilter());
    filter.addMappingForUrlPatterns(null, false, "/*");
  }
}
