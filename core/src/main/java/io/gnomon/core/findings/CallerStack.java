package io.gnomon.core.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The application's frames of a stack: not of the JDK, the agent, drivers, pools and frameworks,
 * and none that was generated. Immutable.
 */
public final class CallerStack {

  /** How many frames are kept. */
  public static final int MAX_FRAMES = 20;

  /** Where classes live that are no application's, as prefixes of class names. */
  public static final List<String> DEFAULT_EXCLUDES =
      Collections.unmodifiableList(
          Arrays.asList(
              "java.",
              "javax.",
              "jakarta.",
              "jdk.",
              "sun.",
              "com.sun.",
              "io.gnomon.agent.",
              "io.gnomon.bootstrap.",
              "io.gnomon.core.",
              "io.gnomon.exporter.",
              "io.gnomon.http.",
              "io.gnomon.instrumentation.",
              "io.gnomon.jdbc.",
              "io.gnomon.jvm.",
              "io.gnomon.logging.",
              "io.gnomon.servlet.",
              "io.gnomon.shaded.",
              "io.gnomon.tasks.",
              "org.postgresql.",
              "com.mysql.",
              "org.mariadb.",
              "oracle.jdbc.",
              "oracle.ucp.",
              "com.microsoft.sqlserver.",
              "com.ibm.db2.",
              "org.h2.",
              "org.hsqldb.",
              "org.apache.derby.",
              "org.sqlite.",
              "com.zaxxer.hikari.",
              "com.mchange.",
              "org.apache.commons.dbcp",
              "org.apache.tomcat.",
              "org.apache.catalina.",
              "org.apache.coyote.",
              "org.eclipse.jetty.",
              "io.undertow.",
              "org.jboss.",
              "com.alibaba.druid.",
              "io.agroal.",
              "org.vibur.",
              "net.ttddyy.dsproxy.",
              "com.p6spy.",
              "org.springframework.",
              "org.hibernate.",
              "org.apache.ibatis.",
              "org.mybatis.",
              "org.jooq.",
              "org.jdbi.",
              "com.querydsl.",
              "kotlin.",
              "kotlinx.",
              "scala.",
              "groovy.",
              "org.codehaus.groovy."));

  private static final String[] GENERATED = {
    "$$Lambda", "CGLIB$$", "$$FastClass", "$$EnhancerBy", "$HibernateProxy", "$Proxy"
  };

  private final String[] excludes;

  /**
   * A rule of what to leave out.
   *
   * @param excludes prefixes of class names
   */
  public CallerStack(List<String> excludes) {
    this.excludes = excludes.toArray(new String[0]);
  }

  /**
   * The application's frames of the calling thread, innermost first. Walks the whole stack, so for
   * rare use.
   *
   * @return at most {@link #MAX_FRAMES}, as {@code com.shop.Orders.find(Orders.java:12)}
   */
  public List<String> ofThisThread() {
    return applicationFrames(new Throwable().getStackTrace());
  }

  /**
   * The application's frames of an exception, innermost first. For rare use.
   *
   * @param thrown any exception
   * @return at most {@link #MAX_FRAMES}, as of {@link #ofThisThread}
   */
  public List<String> of(Throwable thrown) {
    return applicationFrames(thrown.getStackTrace());
  }

  List<String> applicationFrames(StackTraceElement[] stack) {
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < stack.length && frames.size() < MAX_FRAMES; i++) {
      if (isApplication(stack[i].getClassName())) {
        frames.add(text(stack[i]));
      }
    }
    return frames;
  }

  private boolean isApplication(String className) {
    for (String exclude : excludes) {
      if (className.startsWith(exclude)) {
        return false;
      }
    }
    for (String generated : GENERATED) {
      if (className.contains(generated)) {
        return false;
      }
    }
    return true;
  }

  private static String text(StackTraceElement frame) {
    String method = frame.getClassName() + '.' + frame.getMethodName();
    String file = frame.getFileName();
    if (file == null) {
      return method;
    }
    return frame.getLineNumber() < 0
        ? method + '(' + file + ')'
        : method + '(' + file + ':' + frame.getLineNumber() + ')';
  }
}
