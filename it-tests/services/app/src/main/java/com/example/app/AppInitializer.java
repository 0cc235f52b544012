package com.example.app;

import java.util.Set;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;

/** Puts the application into a container, by whichever of the two ways the container offers. */
public final class AppInitializer implements ServletContainerInitializer, ServletContextListener {

  @Override
  public void onStartup(Set<Class<?>> none, ServletContext context) {
    Routes.register(context);
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Routes.register(event.getServletContext());
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Database.close();
  }
}
