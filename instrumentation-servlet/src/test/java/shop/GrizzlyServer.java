package shop;

import io.gnomon.servlet.containers.Server;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;

/** Grizzly by itself, without servlets. */
public class GrizzlyServer implements Server {

  private final HttpServer server = new HttpServer();

  @Override
  public int start() throws Exception {
    NetworkListener listener = new NetworkListener("shop", "127.0.0.1", 0);
    server.addListener(listener);
    server.getServerConfiguration().addHttpHandler(new Hello(), "/hello");
    server.getServerConfiguration().addHttpHandler(new Failing(), "/boom");
    server.getServerConfiguration().addHttpHandler(new Later(), "/later");
    server.getServerConfiguration().addHttpHandler(new Elsewhere(), "/elsewhere");
    server.start();
    return listener.getPort();
  }

  @Override
  public void stop() {
    server.shutdownNow();
  }

  private static class Hello extends HttpHandler {
    @Override
    public void service(Request request, Response response) throws Exception {
      response.getWriter().write("hello");
    }
  }

  private static final class Failing extends HttpHandler {
    @Override
    public void service(Request request, Response response) {
      throw new IllegalStateException("boom");
    }
  }

  private static final class Later extends HttpHandler {
    @Override
    public void service(Request request, Response response) {
      response.suspend();
      new Thread(
              () -> {
                response.setStatus(202);
                response.resume();
              })
          .start();
    }
  }

  /** On a thread of an executor. */
  private static final class Elsewhere extends Hello {
    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
      return new RequestExecutorProvider() {
        @Override
        public Executor getExecutor(Request request) {
          return task -> new Thread(task).start();
        }
      };
    }
  }
}
