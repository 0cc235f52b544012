package com.example.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Wraps all objects of JDBC in proxies of the JDK. */
final class JdkProxy implements InvocationHandler {

  private static final List<Class<?>> WRAPPED =
      List.of(
          DataSource.class,
          Connection.class,
          CallableStatement.class,
          PreparedStatement.class,
          Statement.class,
          ResultSet.class);

  private final Object wrapped;
  private final Unwrap unwrap;

  private JdkProxy(Object wrapped, Unwrap unwrap) {
    this.wrapped = wrapped;
    this.unwrap = unwrap;
  }

  static DataSource of(DataSource source, Unwrap unwrap) {
    return (DataSource) wrap(source, unwrap);
  }

  private static Object wrap(Object result, Unwrap unwrap) {
    for (Class<?> type : WRAPPED) {
      if (type.isInstance(result)) {
        return Proxy.newProxyInstance(
            JdkProxy.class.getClassLoader(), new Class<?>[] {type}, new JdkProxy(result, unwrap));
      }
    }
    return result;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("unwrap")) {
      Object answer = unwrap.answer(proxy);
      if (answer != null) {
        return answer;
      }
    }
    try {
      return wrap(method.invoke(wrapped, arguments), unwrap);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
