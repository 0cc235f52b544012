package com.example.clients;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * An embedded Tomcat with two pages: {@code /call?client=..&to=..} calls another service, with the
 * header of its own that {@code &header=..} names, and tells its status or the exception, {@code
 * /called} is there to be called. What {@code clients.first} names is called by each client before,
 * outside of any request.
 */
public final class ClientsMain {

  private static final String HOST = "127.0.0.1";
  private static final String FROM_JAVA_11 = "com.example.clients.jdk11.JdkCalls";

  private ClientsMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    Map<String, Call> calls = calls();
    String first = System.getProperty("clients.first");
    if (first != null) {
      for (Call call : calls.values()) {
        call.get(first, Collections.emptyMap());
      }
    }
    Tomcat tomcat = tomcat(calls);
    tomcat.start();
    System.out.println("CLIENTS " + String.join(",", calls.keySet()));
    System.out.println("PORT " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  @SuppressWarnings("unchecked") // It is ours.
  private static Map<String, Call> calls() throws ReflectiveOperationException {
    Map<String, Call> calls = new TreeMap<>();
    UrlCalls.addTo(calls);
    new ApacheCalls().addTo(calls);
    new OkHttpCalls().addTo(calls);
    if (!System.getProperty("java.specification.version").startsWith("1.")) {
      Class<?> type = Class.forName(FROM_JAVA_11);
      ((Consumer<Map<String, Call>>) type.getDeclaredConstructor().newInstance()).accept(calls);
    }
    return calls;
  }

  private static Tomcat tomcat(Map<String, Call> calls) throws IOException {
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setHostname(HOST);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", HOST);
    Context context = tomcat.addContext("", base.getPath());
    Tomcat.addServlet(context, "call", new CallServlet(calls)).addMapping("/call");
    Tomcat.addServlet(context, "called", new CalledServlet()).addMapping("/called");
    return tomcat;
  }

  private static final class CallServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Map<String, Call> calls;

    CallServlet(Map<String, Call> calls) {
      this.calls = calls;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      PrintWriter out = response.getWriter();
      try {
        String header = request.getParameter("header");
        Map<String, String> headers =
            header == null ? Collections.emptyMap() : Collections.singletonMap(header, "own");
        Call call = calls.get(request.getParameter("client"));
        out.print(call.get(request.getParameter("to"), headers));
      } catch (Exception failure) {
        out.print(failure.getClass().getName());
      }
    }
  }

  private static final class CalledServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    CalledServlet() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("called");
    }
  }
}
