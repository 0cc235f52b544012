package com.example.app;

import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.FilterRegistration;
import javax.servlet.Servlet;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;

/** Every route of the application. */
final class Routes {

  private Routes() {}

  static void register(ServletContext in) {
    FilterRegistration.Dynamic filter = in.addFilter("passing", new PassingFilter());
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    FilterRegistration.Dynamic answering = in.addFilter("answering", new AnsweringFilter());
    answering.setAsyncSupported(true);
    answering.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/answered/*");
    add(in, "/head", new GetServlet());
    add(in, "/plain", new PlainServlet());
    plain(in);
    asynchronous(in);
    database(in);
    caching(in);
    add(in, "/tasks", new ActionServlet(TaskPages::tasks));
    add(in, "/task-identity", new ActionServlet(TaskIdentity::check));
    add(in, "/threads", new ActionServlet(Inside::threads));
    add(in, "/type", new ActionServlet(Inside::type));
    Sockets.register(in);
  }

  private static void plain(ServletContext in) {
    add(in, "/hello", new ActionServlet(Pages::hello));
    add(in, "/item/*", new ActionServlet(Pages::item));
    add(in, "/sleep", new ActionServlet(Pages::sleep));
    add(in, "/error", new ActionServlet(Pages::error));
    add(in, "/redirect", new ActionServlet(Pages::redirect));
    add(in, "/gone", new ActionServlet(Pages::gone));
    add(in, "/typed-error", new ActionServlet(Pages::typedError));
    add(in, "/forward-async", new ActionServlet(Pages::forwardAsync));
    add(in, "/forward-async-dispatch", new ActionServlet(Pages::forwardAsyncDispatch));
    add(in, "/severe", new ActionServlet(Pages::severe));
    add(in, "/senderror", new ActionServlet(Pages::sendError));
    add(in, "/on-error", new ActionServlet(Pages::onError));
    add(in, "/forward", new ActionServlet(Pages::forward));
    add(in, "/include", new ActionServlet(Pages::include));
    add(in, "/forward-include", new ActionServlet(Pages::forwardInclude));
    add(in, "/include-query", new ActionServlet(Pages::includeQuery));
    add(in, "/forward-error", new ActionServlet(Pages::forwardError));
    add(in, "/large", new ActionServlet(Pages::large));
  }

  private static void caching(ServletContext in) {
    add(in, "/download", new ActionServlet(CachingPages::download));
    add(in, "/upload", new ActionServlet(CachingPages::upload));
    add(in, "/tagged", new ActionServlet(CachingPages::tagged));
  }

  private static void asynchronous(ServletContext in) {
    add(in, "/async", new ActionServlet(AsyncPages::complete));
    add(in, "/async-dispatch", new ActionServlet(AsyncPages::dispatch));
    add(in, "/async-timeout", new ActionServlet(AsyncPages::timeout));
    add(in, "/async-error", new ActionServlet(AsyncPages::error));
    add(in, "/async-throw", new ActionServlet(AsyncPages::thrown));
    add(in, "/async-timeout-told", new ActionServlet(AsyncPages::timeoutTold));
    add(in, "/async-twice", new ActionServlet(AsyncPages::dispatchTwice));
    add(in, "/events", new ActionServlet(AsyncPages::events));
    add(in, "/hold", new ActionServlet(HeldPages::hold));
    add(in, "/release", new ActionServlet(HeldPages::release));
  }

  private static void database(ServletContext in) {
    add(in, "/query", new ActionServlet(Queries::prepared));
    add(in, "/mixed/*", new ActionServlet(Queries::mixed));
    add(in, "/literal", new ActionServlet(Queries::literal));
    add(in, "/batch", new ActionServlet(Queries::batch));
    add(in, "/transaction", new ActionServlet(Queries::transaction));
    add(in, "/slow", new ActionServlet(Queries::slow));
    add(in, "/hostile-driver", new ActionServlet(Queries::hostileDriver));
    add(in, "/failing-query", new ActionServlet(Queries::failing));
  }

  private static void add(ServletContext in, String pattern, Servlet servlet) {
    ServletRegistration.Dynamic registration = in.addServlet(pattern, servlet);
    registration.setAsyncSupported(true);
    registration.addMapping(pattern);
  }
}
