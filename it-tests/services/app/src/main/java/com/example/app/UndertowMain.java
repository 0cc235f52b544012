package com.example.app;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import java.net.InetSocketAddress;
import java.util.Collections;

/** The application in an embedded Undertow. */
public final class UndertowMain {

  private static final long MAX_ENTITY_BYTES = 64L << 20;

  private UndertowMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(UndertowMain.class.getClassLoader())
            .setContextPath(Ready.contextPath().isEmpty() ? "/" : Ready.contextPath())
            .setDeploymentName("app")
            .setExecutor(Ready.threads())
            .setResourceManager(new PathResourceManager(Documents.folder()))
            .addErrorPage(Servlets.errorPage(Ready.ERROR_PAGE, Ready.FAILING_STATUS))
            .addErrorPage(Servlets.errorPage(Ready.ERROR_PAGE, PageException.class))
            .addServletContextAttribute(
                WebSocketDeploymentInfo.ATTRIBUTE_NAME, new WebSocketDeploymentInfo())
            .addServletContainerInitializer(
                new ServletContainerInitializerInfo(AppInitializer.class, Collections.emptySet()));
    DeploymentManager deployment = Servlets.defaultContainer().addDeployment(info);
    deployment.deploy();
    PathHandler handler = Handlers.path().addPrefixPath(info.getContextPath(), deployment.start());
    Undertow undertow =
        Undertow.builder()
            .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_ENTITY_BYTES)
            .addHttpListener(0, Ready.HOST)
            .setHandler(handler)
            .build();
    undertow.start();
    InetSocketAddress address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    Ready.at(
        address.getPort(),
        () -> {
          undertow.stop();
          deployment.stop();
          Database.close();
        });
  }
}
