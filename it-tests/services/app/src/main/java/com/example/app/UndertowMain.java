package com.example.app;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import java.net.InetSocketAddress;
import java.util.Collections;

/** The application in an embedded Undertow. */
public final class UndertowMain {

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
            .setContextPath("/")
            .setDeploymentName("app")
            .addErrorPage(Servlets.errorPage(Ready.ERROR_PAGE, Ready.FAILING_STATUS))
            .addServletContainerInitializer(
                new ServletContainerInitializerInfo(AppInitializer.class, Collections.emptySet()));
    DeploymentManager deployment = Servlets.defaultContainer().addDeployment(info);
    deployment.deploy();
    Undertow undertow =
        Undertow.builder().addHttpListener(0, Ready.HOST).setHandler(deployment.start()).build();
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
