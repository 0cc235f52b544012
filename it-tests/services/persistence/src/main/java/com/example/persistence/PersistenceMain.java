package com.example.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.hibernate.SessionFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The shop in an embedded Tomcat, on the PostgreSQL that {@code app.jdbc.url} names. */
public final class PersistenceMain {

  private static final String HOST = "127.0.0.1";

  private PersistenceMain() {}

  /**
   * Starts it on a free port.
   *
   * @param arguments none
   * @throws Exception if it does not start
   */
  public static void main(String[] arguments) throws Exception {
    DataSource pool = pool();
    Schema.create(pool);
    SessionFactory sessions = Sessions.open(pool);
    AnnotationConfigApplicationContext spring = SpringShop.open(sessions);
    Tomcat tomcat = tomcat();
    Context context = tomcat.addContext("", null);
    serve(context, new JdbcPages(pool).all());
    serve(context, new HibernatePages(sessions).all());
    serve(context, spring.getBean(SpringPages.class).all());
    serve(context, new JobPages(pool).all());
    tomcat.start();
    System.out.println("PORT " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static DataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getProperty("app.jdbc.url"));
    config.setUsername(System.getProperty("app.jdbc.user"));
    config.setPassword(System.getProperty("app.jdbc.password"));
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }

  private static Tomcat tomcat() throws Exception {
    File base = Files.createTempDirectory("tomcat").toFile();
    base.deleteOnExit();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.getPath());
    tomcat.setHostname(HOST);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", HOST);
    return tomcat;
  }

  private static void serve(Context context, Map<String, Page> pages) {
    pages.forEach(
        (path, page) -> {
          Tomcat.addServlet(context, path, new PageServlet(page));
          context.addServletMappingDecoded(path, path);
        });
  }
}
