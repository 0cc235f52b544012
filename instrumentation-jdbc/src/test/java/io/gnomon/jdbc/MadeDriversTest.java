package io.gnomon.jdbc;

import static net.bytebuddy.jar.asm.Opcodes.ACC_BRIDGE;
import static net.bytebuddy.jar.asm.Opcodes.ACC_FINAL;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SYNCHRONIZED;
import static net.bytebuddy.jar.asm.Opcodes.ACC_SYNTHETIC;
import static net.bytebuddy.jar.asm.Opcodes.V1_1;
import static net.bytebuddy.jar.asm.Opcodes.V1_4;
import static net.bytebuddy.jar.asm.Opcodes.V1_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.bootstrap.Slot;
import io.gnomon.instrumentation.matching.ClassMatcher;
import io.gnomon.instrumentation.weaving.WeavingListener;
import io.gnomon.instrumentation.weaving.WeavingTransformer;
import java.sql.Driver;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drivers that no compiler of today makes, woven as the agent weaves them. */
class MadeDriversTest {

  private static final String OBJECT = "java/lang/Object";
  private static final String STATEMENT = "java/sql/Statement";
  private static final String UPDATE = "(Ljava/lang/String;)I";
  private static final String QUERY = "(Ljava/lang/String;)Ljava/sql/ResultSet;";

  /** Of the one test class whose handler is behind the probe in this JVM. */
  private final Recorded recorded = WovenH2Test.RECORDED;

  private final Map<String, Throwable> failed = new HashMap<>();

  /** Defines what was made, woven; a class file is nowhere to be found again. */
  private final class Made extends ClassLoader {
    private final Map<String, byte[]> files = new HashMap<>();
    private final WeavingTransformer weaver =
        WeavingTransformer.atLoad(
            new ClassMatcher(List.of(new JdbcInstrumentation())),
            new ClassLoader(MadeDriversTest.class.getClassLoader()) {},
            new WeavingListener() {
              @Override
              public void woven(String internalName, long elapsedNanos) {}

              @Override
              public void failed(String internalName, Throwable failure) {
                failed.put(internalName, failure);
              }
            });

    Made(MadeClass... classes) {
      super(MadeDriversTest.class.getClassLoader());
      for (MadeClass one : classes) {
        files.put(one.name().replace('/', '.'), one.bytes());
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] plain = files.get(name);
      if (plain == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] woven = weaver.transform(this, name.replace('.', '/'), null, null, plain);
      byte[] bytes = woven == null ? plain : woven;
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** A statement of a driver that is made of these classes, the last of which is a statement. */
  private Statement statement(MadeClass... classes) throws Exception {
    MadeClass[] all = new MadeClass[classes.length + 2];
    System.arraycopy(classes, 0, all, 0, classes.length);
    all[classes.length] =
        new MadeClass(V1_5, ACC_PUBLIC, "made/D", OBJECT, "java/sql/Driver")
            .making(
                "connect",
                "(Ljava/lang/String;Ljava/util/Properties;)Ljava/sql/Connection;",
                "made/C");
    all[classes.length + 1] =
        new MadeClass(V1_5, ACC_PUBLIC, "made/C", OBJECT, "java/sql/Connection")
            .making(
                "createStatement", "()Ljava/sql/Statement;", classes[classes.length - 1].name());
    Object driver = new Made(all).loadClass("made.D").getDeclaredConstructor().newInstance();
    Statement statement =
        ((Driver) driver).connect("jdbc:postgresql://db/made", new Properties()).createStatement();
    assertThat(failed).isEmpty();
    return statement;
  }

  private interface Call {
    Object on(Statement statement, String sql) throws Exception;
  }

  private Object countsOnce(Statement statement, String table, Call call) throws Exception {
    Object result = call.on(statement, "DELETE FROM " + table);
    assertThat(recorded.executions(Recorded.SUMMARY)).containsEntry("DELETE " + table, 1L);
    return result;
  }

  @Test
  void methodsOnASuperclassWithoutTheInterface() throws Exception {
    Statement statement =
        statement(
            new MadeClass(V1_5, ACC_PUBLIC, "made/Base", OBJECT)
                .method(ACC_PUBLIC, "executeQuery", QUERY, MadeClass::returnNull),
            new MadeClass(V1_5, ACC_PUBLIC, "made/Stmt", "made/Base", STATEMENT));

    assertThat(countsOnce(statement, "made_super", Statement::executeQuery)).isNull();
    assertThat(statement).isInstanceOf(Slot.class);
  }

  @Test
  void aMethodThatCallsItsSuperclassCountsOnce() throws Exception {
    Statement statement =
        statement(
            new MadeClass(V1_5, ACC_PUBLIC, "made/Base", OBJECT)
                .method(ACC_PUBLIC, "executeUpdate", UPDATE, MadeClass::returnSeven),
            new MadeClass(V1_5, ACC_PUBLIC, "made/Stmt", "made/Base", STATEMENT)
                .method(
                    ACC_PUBLIC,
                    "executeUpdate",
                    UPDATE,
                    code -> {
                      code.visitVarInsn(Opcodes.ALOAD, 0);
                      code.visitVarInsn(Opcodes.ALOAD, 1);
                      code.visitMethodInsn(
                          Opcodes.INVOKESPECIAL, "made/Base", "executeUpdate", UPDATE, false);
                      code.visitInsn(Opcodes.IRETURN);
                    }));

    assertThat(countsOnce(statement, "made_nested", Statement::executeUpdate)).isEqualTo(7);
  }

  @Test
  void namesOfOneLetter() throws Exception {
    Statement statement =
        statement(
            new MadeClass(V1_5, ACC_PUBLIC | ACC_FINAL, "a", OBJECT, STATEMENT)
                .method(ACC_PUBLIC | ACC_FINAL, "executeUpdate", UPDATE, MadeClass::returnSeven));

    assertThat(countsOnce(statement, "made_obfuscated", Statement::executeUpdate)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_1, V1_4, V1_5})
  void classFilesWithoutFrames(int version) throws Exception {
    Statement statement =
        statement(
            new MadeClass(version, ACC_PUBLIC, "made/Old", OBJECT, STATEMENT)
                .method(ACC_PUBLIC, "executeUpdate", UPDATE, MadeClass::returnSeven));

    assertThat(
            countsOnce(
                statement,
                "made_old_" + (char) ('a' + (version & 0xFF) - 45),
                Statement::executeUpdate))
        .isEqualTo(7);
    assertThat(statement).isInstanceOf(Slot.class);
  }

  @Test
  void subroutines() throws Exception {
    Statement statement =
        statement(
            new MadeClass(V1_4, ACC_PUBLIC, "made/Jsr", OBJECT, STATEMENT)
                .method(
                    ACC_PUBLIC, "executeUpdate", UPDATE, MadeClass::returnSevenAfterSubroutine));

    assertThat(countsOnce(statement, "made_subroutine", Statement::executeUpdate)).isEqualTo(7);
  }

  @Test
  void synchronizedAndFinal() throws Exception {
    Statement statement =
        statement(
            new MadeClass(V1_5, ACC_PUBLIC | ACC_FINAL, "made/Sync", OBJECT, STATEMENT)
                .method(
                    ACC_PUBLIC | ACC_FINAL | ACC_SYNCHRONIZED,
                    "executeUpdate",
                    UPDATE,
                    MadeClass::returnSeven));

    assertThat(countsOnce(statement, "made_sync", Statement::executeUpdate)).isEqualTo(7);
  }

  @Test
  void aNarrowerResultThroughItsBridge() throws Exception {
    String narrow = "(Ljava/lang/String;)Ljavax/sql/RowSet;";
    Statement statement =
        statement(
            new MadeClass(V1_5, ACC_PUBLIC, "made/Narrow", OBJECT, STATEMENT)
                .method(ACC_PUBLIC, "executeQuery", narrow, MadeClass::returnNull)
                .method(
                    ACC_PUBLIC | ACC_BRIDGE | ACC_SYNTHETIC,
                    "executeQuery",
                    QUERY,
                    code -> {
                      code.visitVarInsn(Opcodes.ALOAD, 0);
                      code.visitVarInsn(Opcodes.ALOAD, 1);
                      code.visitMethodInsn(
                          Opcodes.INVOKEVIRTUAL, "made/Narrow", "executeQuery", narrow, false);
                      code.visitInsn(Opcodes.ARETURN);
                    }));

    assertThat(countsOnce(statement, "made_bridge", Statement::executeQuery)).isNull();
  }

  @Test
  void aStaticMethodThatOnlyLooksLikeJdbcCountsNothing() throws Exception {
    Statement statement =
        statement(
            new MadeClass(V1_5, ACC_PUBLIC, "made/Static", OBJECT, STATEMENT)
                .method(ACC_PUBLIC | ACC_STATIC, "executeUpdate", UPDATE, MadeClass::returnSeven));

    Object result =
        statement
            .getClass()
            .getMethod("executeUpdate", String.class)
            .invoke(null, "DELETE FROM made_static");

    assertThat(result).isEqualTo(7);
    assertThat(recorded.executions(Recorded.SUMMARY)).doesNotContainKey("DELETE made_static");
  }
}
