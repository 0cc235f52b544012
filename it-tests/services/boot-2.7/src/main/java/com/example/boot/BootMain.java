package com.example.boot;

import com.example.app.AppInitializer;
import com.example.app.PageException;
import java.util.Collections;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;

/** The executable jar. */
@SpringBootApplication(proxyBeanMethods = false)
public class BootMain {

  private static final String ON_ERROR = "/on-error";

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    SpringApplication.run(BootMain.class, arguments);
  }

  /**
   * The pages.
   *
   * @return registers them
   */
  @Bean
  public ServletContextInitializer pages() {
    return context -> new AppInitializer().onStartup(Collections.emptySet(), context);
  }

  /**
   * The error pages, which Spring Boot reads from no {@code web.xml}.
   *
   * @return registers them
   */
  @Bean
  public ErrorPageRegistrar errorPages() {
    return registry ->
        registry.addErrorPages(
            new ErrorPage(HttpStatus.SERVICE_UNAVAILABLE, ON_ERROR),
            new ErrorPage(PageException.class, ON_ERROR));
  }

  /**
   * Tells whoever started the service where it listens.
   *
   * @return called when all is up
   */
  @Bean
  public ApplicationListener<ApplicationReadyEvent> ready() {
    return event ->
        System.out.println(
            "PORT "
                + event.getApplicationContext().getEnvironment().getProperty("local.server.port"));
  }
}
