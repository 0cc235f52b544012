package io.gnomon.jdbc;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import io.gnomon.jdbc.pools.PoolClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is woven for JDBC: each class that names {@code java.sql} and declares a method of {@code
 * Driver}, {@code Connection} or {@code Statement} with exactly its descriptor. A driver that
 * narrows the type of a result has a bridge method with the descriptor of the interface, and that
 * one is woven. Of the pools that are known by name only the {@code close} of a connection is.
 * Immutable.
 */
public final class JdbcInstrumentation implements InstrumentationModule {

  private static final String ADVICE = "io.gnomon.jdbc.advice.";
  private static final String TEXT = "Ljava/lang/String;";
  private static final String SAVEPOINT = "Ljava/sql/Savepoint;";
  private static final MethodRule CLOSE = MethodRule.exact("close", "()V", ADVICE + "CloseAdvice");
  private static final String[] RESULTS_OF_TEXT = {
    "execute", "Z", "executeUpdate", "I", "executeLargeUpdate", "J"
  };

  private final List<TypeRule> rules =
      Collections.unmodifiableList(
          Arrays.asList(
              TypeRule.mentioning(
                      Collections.singletonList("java/sql/"),
                      true,
                      methods().toArray(new MethodRule[0]))
                  .with(companions())
                  .except(PoolClasses.PACKAGES),
              TypeRule.mentioning(
                      Collections.singletonList("javax/sql/"), true, dataSourceMethods())
                  .except(PoolClasses.PACKAGES),
              TypeRule.named(PoolClasses.CONNECTIONS, false, CLOSE)));

  /** The one set of rules. */
  public JdbcInstrumentation() {}

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }

  private static List<MethodRule> methods() {
    List<MethodRule> methods = new ArrayList<>();
    methods.add(
        MethodRule.exact(
            "connect",
            "(" + TEXT + "Ljava/util/Properties;)Ljava/sql/Connection;",
            ADVICE + "ConnectAdvice"));
    addStatementsOfConnections(methods);
    addExecutionsOfText(methods);
    addExecutions(methods);
    add(methods, "addBatch", "", "V", "AddBatchAdvice");
    add(methods, "addBatch", TEXT, "V", "AddBatchTextAdvice");
    add(methods, "setAutoCommit", "Z", "V", "AutoCommitAdvice");
    add(methods, "setSavepoint", "", SAVEPOINT, "TransactionAdvice");
    add(methods, "setSavepoint", TEXT, SAVEPOINT, "TransactionAdvice");
    add(methods, "releaseSavepoint", SAVEPOINT, "V", "TransactionAdvice");
    return methods;
  }

  private static MethodRule[] dataSourceMethods() {
    List<MethodRule> methods = new ArrayList<>();
    String result = "Ljava/sql/Connection;";
    add(methods, "getConnection", "", result, "DataSourceAdvice");
    add(methods, "getConnection", TEXT + TEXT, result, "DataSourceAdvice");
    String xa = "Ljavax/sql/XAConnection;";
    add(methods, "getXAConnection", "", xa, "DataSourceAdvice");
    add(methods, "getXAConnection", TEXT + TEXT, xa, "DataSourceAdvice");
    String pooled = "Ljavax/sql/PooledConnection;";
    add(methods, "getPooledConnection", "", pooled, "DataSourceAdvice");
    add(methods, "getPooledConnection", TEXT + TEXT, pooled, "DataSourceAdvice");
    return methods.toArray(new MethodRule[0]);
  }

  private static MethodRule[] companions() {
    List<MethodRule> methods = new ArrayList<>();
    add(methods, "clearBatch", "", "V", "ClearBatchAdvice");
    add(methods, "commit", "", "V", "TransactionAdvice");
    add(methods, "rollback", "", "V", "TransactionAdvice");
    add(methods, "rollback", SAVEPOINT, "V", "TransactionAdvice");
    methods.add(CLOSE);
    return methods.toArray(new MethodRule[0]);
  }

  private static void addStatementsOfConnections(List<MethodRule> methods) {
    for (String options : new String[] {"", "II", "III"}) {
      add(methods, "createStatement", options, "Ljava/sql/Statement;", "CreateAdvice");
      add(methods, "prepareCall", TEXT + options, "Ljava/sql/CallableStatement;", "PrepareAdvice");
    }
    for (String options : new String[] {"", "I", "II", "III", "[I", "[" + TEXT}) {
      String result = "Ljava/sql/PreparedStatement;";
      add(methods, "prepareStatement", TEXT + options, result, "PrepareAdvice");
    }
  }

  private static void addExecutionsOfText(List<MethodRule> methods) {
    add(methods, "executeQuery", TEXT, "Ljava/sql/ResultSet;", "ExecuteQueryTextAdvice");
    for (String options : new String[] {"", "I", "[I", "[" + TEXT}) {
      for (int i = 0; i < RESULTS_OF_TEXT.length; i += 2) {
        add(
            methods,
            RESULTS_OF_TEXT[i],
            TEXT + options,
            RESULTS_OF_TEXT[i + 1],
            "ExecuteTextAdvice");
      }
    }
  }

  private static void addExecutions(List<MethodRule> methods) {
    add(methods, "executeQuery", "", "Ljava/sql/ResultSet;", "ExecuteQueryAdvice");
    add(methods, "executeBatch", "", "[I", "ExecuteBatchAdvice");
    add(methods, "executeLargeBatch", "", "[J", "ExecuteBatchAdvice");
    for (int i = 0; i < RESULTS_OF_TEXT.length; i += 2) {
      add(methods, RESULTS_OF_TEXT[i], "", RESULTS_OF_TEXT[i + 1], "ExecuteAdvice");
    }
  }

  private static void add(
      List<MethodRule> methods, String name, String parameters, String result, String advice) {
    methods.add(MethodRule.exact(name, "(" + parameters + ")" + result, ADVICE + advice));
  }
}
