package io.gnomon.instrumentation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.bootstrap.Slot;
import io.gnomon.instrumentation.ClassFiles;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassMatcherTest {

  private static final MethodRule QUERY =
      MethodRule.exact("executeQuery", "(Ljava/lang/String;)Ljava/sql/ResultSet;", "advice.Query");
  private static final MethodRule ANY_UPDATE =
      MethodRule.between("executeUpdate", "(Ljava/lang/String;", ")I", "advice.Update");

  private static final MethodRule IS_OPEN = MethodRule.marker("isOpen", "()Z");
  private static final MethodRule CLOSE = MethodRule.exact("close", "()V", "advice.Close");

  private final ClassMatcher matcher =
      new ClassMatcher(
          List.of(
              ClassFiles.module(
                  TypeRule.mentioning(List.of("java/sql/"), true, QUERY, ANY_UPDATE),
                  TypeRule.mentioning(List.of("java/sql/"), true, IS_OPEN).with(CLOSE),
                  TypeRule.named(List.of(ClassFiles.internalName(Entry.class)), false))));

  static class Driver {
    ResultSet executeQuery(String sql) {
      return null;
    }

    int executeUpdate(String sql, int keys) throws SQLException {
      return 0;
    }

    long wide = 1L << 40;
    double wider = 1e300;
  }

  @SuppressWarnings("serial") // that its identity is computed is the point
  static class Persisted implements Serializable {
    ResultSet executeQuery(String sql) {
      return null;
    }
  }

  static class PersistedWithIdentity implements Serializable {
    private static final long serialVersionUID = 1;

    ResultSet executeQuery(String sql) {
      return null;
    }
  }

  abstract static class OnlyAbstract {
    abstract ResultSet executeQuery(String sql);
  }

  interface OnlyInterface {
    ResultSet executeQuery(String sql);
  }

  static class OtherDescriptor {
    Object executeQuery(String sql) throws SQLException {
      return null;
    }
  }

  abstract static class Woven implements Slot {
    ResultSet executeQuery(String sql) {
      return null;
    }
  }

  static class Marked {
    boolean isOpen() throws SQLException {
      return true;
    }

    void close() {}
  }

  static class OnlyCompanion {
    void close() throws SQLException {}
  }

  static class Entry {}

  private ClassMatch match(Class<?> type) {
    return matcher.match(ClassFiles.internalName(type), ClassFiles.of(type));
  }

  @Test
  void aPackageThatARuleLeavesAloneIsLeftAlone() {
    String name = ClassFiles.internalName(Driver.class);
    TypeRule rule = TypeRule.mentioning(List.of("java/sql/"), true, QUERY);
    String itsPackage = name.substring(0, name.lastIndexOf('/') + 1);
    byte[] classFile = ClassFiles.of(Driver.class);

    assertThat(matcher(rule.except(List.of("org/other/"))).match(name, classFile)).isNotNull();
    assertThat(matcher(rule.except(List.of("org/other/", itsPackage))).match(name, classFile))
        .isNull();
  }

  private static ClassMatcher matcher(TypeRule rule) {
    return new ClassMatcher(List.of(ClassFiles.module(rule)));
  }

  @Test
  void findsMethodsByNameAndDescriptor() {
    assertThat(match(Driver.class).methods()).containsExactly(QUERY, ANY_UPDATE);
    assertThat(match(Driver.class).slot()).isTrue();
  }

  @Test
  void leavesAloneWhatDeclaresNoBodyOrAnotherDescriptor() {
    assertThat(match(OnlyAbstract.class)).isNull();
    assertThat(match(OnlyInterface.class)).isNull();
    assertThat(match(OtherDescriptor.class)).isNull();
    assertThat(match(String.class)).isNull();
  }

  @Test
  void aSerializableClassKeepsItsForm() {
    assertThat(match(Persisted.class).methods()).containsExactly(QUERY);
    assertThat(match(Persisted.class).slot()).isFalse();
    assertThat(match(PersistedWithIdentity.class).slot()).isTrue();
  }

  @Test
  void aClassThatIsWovenAlreadyIsLeftAlone() {
    assertThat(match(Woven.class)).isNull();
  }

  @Test
  void aMarkerChoosesAClassAndIsNotWoven() {
    assertThat(match(Marked.class).methods()).containsExactly(CLOSE);
    assertThat(match(Marked.class).slot()).isTrue();
  }

  @Test
  void aCompanionChoosesNoClass() {
    assertThat(match(OnlyCompanion.class)).isNull();
  }

  @Test
  void aNamedRuleWithoutMethodsAndWithoutSlotIsNothing() {
    assertThat(match(Entry.class)).isNull();
  }

  @Test
  void bytesThatAreNoClassFileAreAnErrorNotAMatch() {
    byte[] garbage = new byte[64];
    garbage[9] = 5;
    assertThatThrownBy(() -> matcher.match("x/Y", garbage)).isInstanceOf(RuntimeException.class);
  }
}
