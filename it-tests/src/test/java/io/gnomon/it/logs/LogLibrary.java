package io.gnomon.it.logs;

import io.gnomon.it.harness.Build;
import io.gnomon.it.harness.Container;
import io.gnomon.it.harness.ServiceBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** What the service logs by: a library in one of its versions, and how that is set up. */
enum LogLibrary {
  LOGBACK_1_2("logback-1.2", "LogbackLog", 8),
  LOGBACK_1_3("logback-1.3", "LogbackLog", 8),
  LOGBACK_1_5("logback-1.5", "LogbackLog", 11),
  LOGBACK_1_6("logback-1.6", "LogbackLog", 11),
  /** In a web application: a thread's context is a {@code Map}, copied when it is written to. */
  LOG4J_2_17("log4j-2.17", "Log4jLog", 8),
  /** Which later ones have no more. */
  LOG4J_2_17_COPY_ON_WRITE("log4j-2.17", "Log4jLog", 8, Log4j.COPY_ON_WRITE),
  LOG4J_2_17_GARBAGE_FREE("log4j-2.17", "Log4jLog", 8, Log4j.GARBAGE_FREE),
  LOG4J_2_17_ASYNC("log4j-2.17", "Log4jLog", 8, Log4j.ASYNC),
  LOG4J_2_20("log4j-2.20", "Log4jLog", 8),
  LOG4J_2_26("log4j-2.26", "Log4jLog", 8),
  LOG4J_2_26_GARBAGE_FREE("log4j-2.26", "Log4jLog", 8, Log4j.GARBAGE_FREE),
  LOG4J_2_26_ASYNC("log4j-2.26", "Log4jLog", 8, Log4j.ASYNC),
  LOG4J_2_26_ASYNC_GARBAGE_FREE(
      "log4j-2.26", "Log4jLog", 8, Log4j.ASYNC, Log4j.IS_NO_WEB_APP, Log4j.GARBAGE_FREE),
  JBOSS_2_1("jboss-2.1", "JBossLog", 8, JBoss.MANAGER),
  JBOSS_3_0("jboss-3.0", "JBossLog", 11, JBoss.MANAGER),
  JBOSS_3_2("jboss-3.2", "JBossLog", 17, JBoss.MANAGER);

  /** Its options. */
  private static final class Log4j {

    static final String IS_NO_WEB_APP = "-Dlog4j2.isWebapp=false";
    static final String COPY_ON_WRITE =
        "-Dlog4j2.threadContextMap="
            + "org.apache.logging.log4j.spi.CopyOnWriteSortedArrayThreadContextMap";
    static final String GARBAGE_FREE =
        "-Dlog4j2.threadContextMap="
            + "org.apache.logging.log4j.spi.GarbageFreeSortedArrayThreadContextMap";
    static final String ASYNC =
        "-Dlog4j2.contextSelector=org.apache.logging.log4j.core.async.AsyncLoggerContextSelector";
  }

  /** Its options. */
  private static final class JBoss {

    static final String MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";
  }

  private final String folder;
  private final String log;
  private final int oldestJava;
  private final List<String> options;

  LogLibrary(String folder, String log, int oldestJava, String... options) {
    this.folder = folder;
    this.log = log;
    this.oldestJava = oldestJava;
    this.options = List.of(options);
  }

  /** The oldest Java that it runs on. */
  int oldestJava() {
    return oldestJava;
  }

  /** The service that logs by it. */
  ServiceBuilder service() {
    Path service = Build.services().resolve("logs");
    String classPath =
        service.resolve("target/classes")
            + File.pathSeparator
            + service.resolve("target").resolve(folder)
            + File.separator
            + "*"
            + File.pathSeparator
            + Container.classPath("logs");
    ServiceBuilder builder = ServiceBuilder.of(classPath, "com.example.logs.LogsMain");
    options.forEach(builder::option);
    return builder.set("logs.library", log);
  }
}
