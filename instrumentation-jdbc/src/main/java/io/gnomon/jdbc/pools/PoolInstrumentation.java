package io.gnomon.jdbc.pools;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is woven into connection pools, by the exact names of their classes: {@code getConnection},
 * the {@code close} of what it returns, the method that makes a physical connection, and the {@code
 * close} of the pool. What a version lacks is left out. Immutable.
 */
public final class PoolInstrumentation implements InstrumentationModule {

  private static final String ADVICE = "io.gnomon.jdbc.pools.advice.";
  private static final String CREATE_BY_THIS = "CreateByThisAdvice";

  private static final MethodRule BORROW =
      MethodRule.between("getConnection", "(", ")Ljava/sql/Connection;", ADVICE + "BorrowAdvice");
  private static final MethodRule RETURN = rule("close", "()V", "ReturnAdvice");
  private static final MethodRule CLOSE = rule("close", "()V", "PoolCloseAdvice");

  private final List<TypeRule> rules;

  /** The one set of rules. */
  public PoolInstrumentation() {
    List<TypeRule> all = new ArrayList<>();
    addHikari(all);
    addTomcat(all);
    addDbcp(all, "org/apache/commons/dbcp2/", "org/apache/commons/pool2/");
    addDbcp(all, "org/apache/tomcat/dbcp/dbcp2/", "org/apache/tomcat/dbcp/pool2/");
    addC3p0(all);
    addAgroal(all);
    addVibur(all);
    addDruid(all);
    addUcp(all);
    rules = Collections.unmodifiableList(all);
  }

  @Override
  public String name() {
    return "pools";
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }

  private static void addHikari(List<TypeRule> all) {
    String hikari = "com/zaxxer/hikari/";
    String connection = ")Ljava/sql/Connection;";
    all.add(dataSource(hikari + "HikariDataSource", BORROW, CLOSE));
    all.add(logical(hikari + "pool/ProxyConnection"));
    all.add(
        named(
            hikari + "pool/PoolBase",
            false,
            MethodRule.between("newConnection", "(", connection, ADVICE + "CreateByConfigAdvice")));
  }

  /** It hands out JDK proxies, so what is held is its own object behind one. */
  private static void addTomcat(List<TypeRule> all) {
    String tomcat = "org/apache/tomcat/jdbc/pool/";
    String pooled = "(L" + tomcat + "PooledConnection;)";
    all.add(
        dataSource(tomcat + "DataSourceProxy", BORROW, rule("close", "(Z)V", "PoolCloseAdvice")));
    all.add(
        named(
            tomcat + "ConnectionPool",
            false,
            rule("setupConnection", pooled + "Ljava/sql/Connection;", "HandOutAdvice"),
            rule("returnConnection", pooled + "V", "TakeBackAdvice")));
    all.add(
        named(tomcat + "PooledConnection", true, rule("connect", "()V", "CreateByParentAdvice")));
  }

  private static void addDbcp(List<TypeRule> all, String dbcp, String pool) {
    all.add(dataSource(dbcp + "BasicDataSource", BORROW, CLOSE));
    all.add(logical(dbcp + "PoolingDataSource$PoolGuardConnectionWrapper"));
    all.add(logical(dbcp + "managed/ManagedConnection"));
    all.add(
        named(
            dbcp + "PoolableConnectionFactory",
            false,
            rule("makeObject", "()L" + pool + "PooledObject;", CREATE_BY_THIS)));
  }

  private static void addC3p0(List<TypeRule> all) {
    String c3p0 = "com/mchange/v2/c3p0/";
    String customized =
        "L" + c3p0 + "ConnectionCustomizer;Ljava/lang/String;)Ljavax/sql/PooledConnection;";
    String text = "Ljava/lang/String;";
    all.add(dataSource(c3p0 + "impl/AbstractPoolBackedDataSource", BORROW, CLOSE));
    all.add(logical(c3p0 + "impl/NewProxyConnection", c3p0 + "impl/AbstractNewProxyConnection"));
    all.add(
        named(
            c3p0 + "WrapperConnectionPoolDataSource",
            false,
            rule("getPooledConnection", "(" + customized, CREATE_BY_THIS),
            rule("getPooledConnection", "(" + text + text + customized, CREATE_BY_THIS)));
  }

  private static void addAgroal(List<TypeRule> all) {
    String agroal = "io/agroal/pool/";
    all.add(
        dataSource(
            agroal + "DataSource",
            BORROW,
            rule("getReadOnlyConnection", "()Ljava/sql/Connection;", "BorrowAdvice"),
            CLOSE));
    all.add(logical(agroal + "wrapper/ConnectionWrapper"));
    all.add(
        named(
            agroal + "ConnectionFactory",
            false,
            rule("createConnection", "()Ljavax/sql/XAConnection;", "CreateByConfigurationAdvice")));
  }

  /** It hands out JDK proxies, so what is held is its own object behind one. */
  private static void addVibur(List<TypeRule> all) {
    String vibur = "org/vibur/dbcp/";
    String holder = "L" + vibur + "pool/ConnHolder;";
    all.add(
        dataSource(
            vibur + "ViburDBCPDataSource", BORROW, rule("terminate", "()V", "PoolCloseAdvice")));
    all.add(named(vibur + "pool/ConnHolder", true));
    all.add(
        named(
            vibur + "pool/PoolOperations",
            false,
            rule("getConnHolder", "(J)" + holder, "ChosenAdvice"),
            rule("restore", "(" + holder + "Z[Ljava/sql/SQLException;)V", "TakeBackAdvice")));
    all.add(
        named(
            vibur + "pool/ConnectionFactory",
            false,
            rule("create", "(L" + vibur + "pool/Connector;)" + holder, "CreateByConfigAdvice")));
  }

  private static void addDruid(List<TypeRule> all) {
    String druid = "com/alibaba/druid/pool/";
    all.add(
        dataSource(
            druid + "DruidDataSource",
            rule("getConnection", "(J)L" + druid + "DruidPooledConnection;", "BorrowAdvice"),
            CLOSE));
    all.add(logical(druid + "DruidPooledConnection"));
    all.add(
        named(
            druid + "DruidAbstractDataSource",
            false,
            rule(
                "createPhysicalConnection",
                "()L" + druid + "DruidAbstractDataSource$PhysicalConnectionInfo;",
                CREATE_BY_THIS)));
  }

  private static void addUcp(List<TypeRule> all) {
    String ucp = "oracle/ucp/jdbc/";
    String adapter = "ConnectionFactoryAdapter";
    all.add(dataSource(ucp + "PoolDataSourceImpl", BORROW));
    all.add(
        named(
            "oracle/ucp/admin/UniversalConnectionPoolManagerBase",
            false,
            rule("stopConnectionPool", "(Ljava/lang/String;)V", "PoolStopAdvice")));
    all.add(logical(ucp + "proxy/other/ConnectionProxy", ucp + "proxy/oracle/ConnectionProxy"));
    all.add(
        TypeRule.named(
            Arrays.asList(
                ucp + "Driver" + adapter,
                ucp + "DataSource" + adapter,
                ucp + "ConnectionPoolDataSource" + adapter,
                ucp + "XADataSource" + adapter),
            false,
            rule(
                "createConnection",
                "(Loracle/ucp/ConnectionRetrievalInfo;)Ljava/lang/Object;",
                CREATE_BY_THIS)));
  }

  private static TypeRule dataSource(String className, MethodRule... methods) {
    return named(className, true, methods);
  }

  /** What a pool hands out: classes of the same shape under their names in each version. */
  private static TypeRule logical(String... classNames) {
    return TypeRule.named(Arrays.asList(classNames), true, RETURN);
  }

  private static TypeRule named(String className, boolean slot, MethodRule... methods) {
    return TypeRule.named(Collections.singletonList(className), slot, methods);
  }

  private static MethodRule rule(String name, String descriptor, String advice) {
    return MethodRule.exact(name, descriptor, ADVICE + advice);
  }
}
