package com.example.drivers;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.objectweb.asm.Type;

/** The types of JDBC that drivers implement, and which of their methods an agent must see. */
enum JdbcType {
  STATEMENT("java/sql/Statement", Statement.class, PreparedStatement.class),
  CONNECTION("java/sql/Connection", Connection.class),
  DRIVER("java/sql/Driver", Driver.class),
  RESULT_SET("java/sql/ResultSet", ResultSet.class);

  final String internalName;

  /** Names and descriptors, each between blanks. */
  private final String methods;

  JdbcType(String internalName, Class<?>... types) {
    this.internalName = internalName;
    StringBuilder names = new StringBuilder(" ");
    for (Class<?> type : types) {
      for (Method method : type.getMethods()) {
        if (mustBeSeen(method)) {
          names.append(method.getName()).append(Type.getMethodDescriptor(method)).append(' ');
        }
      }
    }
    this.methods = names.toString();
  }

  /** Whether a method of this name and descriptor must be seen. */
  boolean mustBeSeen(String nameAndDescriptor) {
    return methods.contains(" " + nameAndDescriptor + " ");
  }

  private static boolean mustBeSeen(Method method) {
    String name = method.getName();
    return name.startsWith("execute")
        || name.startsWith("prepare")
        || name.equals("createStatement")
        || name.equals("connect")
        || (name.equals("addBatch") && method.getParameterCount() == 1);
  }
}
