package shop;

import io.gnomon.servlet.containers.Server;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.net.InetSocketAddress;
import javax.servlet.DispatcherType;

/** The shop in Undertow. */
public class UndertowServer implements Server {

  private final Undertow.Builder builder = Undertow.builder();
  private Undertow server;

  @Override
  public int start() throws Exception {
    DeploymentInfo shop =
        Servlets.deployment()
            .setClassLoader(getClass().getClassLoader())
            .setContextPath(Mappings.CONTEXT)
            .setDeploymentName("shop")
            .addServlet(
                Servlets.servlet(
                        "shop",
                        ShopServlet.class,
                        new ImmediateInstanceFactory<>(new ShopServlet()))
                    .addMappings(Mappings.ALL)
                    .setAsyncSupported(true))
            .addFilter(Servlets.filter("pass", PassFilter.class).setAsyncSupported(true))
            .addFilter(Servlets.filter("gate", GateFilter.class).setAsyncSupported(true))
            .addFilter(Servlets.filter("shop", ShopFilter.class).setAsyncSupported(true))
            .addFilter(Servlets.filter("greedy", GreedyFilter.class).setAsyncSupported(true))
            .addFilterUrlMapping("pass", "/*", DispatcherType.REQUEST)
            .addFilterUrlMapping("gate", "/gate/*", DispatcherType.REQUEST)
            .addFilterUrlMapping("gate", "*.gif", DispatcherType.REQUEST)
            .addFilterServletNameMapping("shop", "shop", DispatcherType.REQUEST)
            .addFilterUrlMapping("greedy", "/*", DispatcherType.REQUEST)
            .addErrorPage(new ErrorPage("/sorry", 418));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(shop);
    manager.deploy();
    server =
        builder
            .addHttpListener(0, "127.0.0.1")
            .setHandler(Handlers.path().addPrefixPath(Mappings.CONTEXT, manager.start()))
            .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void stop() {
    server.stop();
  }
}
