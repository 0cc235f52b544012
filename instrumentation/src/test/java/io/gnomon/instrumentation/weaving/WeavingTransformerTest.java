package io.gnomon.instrumentation.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.bootstrap.ProbeHandler;
import io.gnomon.bootstrap.Probes;
import io.gnomon.bootstrap.Slot;
import io.gnomon.instrumentation.CallRule;
import io.gnomon.instrumentation.ClassFiles;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import io.gnomon.instrumentation.matching.ClassMatcher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeavingTransformerTest {

  private static final String NAME = ClassFiles.internalName(SampleStatement.class);

  private final List<String> told = new ArrayList<>();
  private final WeavingListener listener =
      new WeavingListener() {
        @Override
        public void woven(String internalName, long elapsedNanos) {
          told.add("woven " + internalName);
        }

        @Override
        public void failed(String internalName, Throwable failure) {
          told.add("failed " + internalName);
        }
      };

  @BeforeEach
  void clear() {
    Seen.ENTERED.clear();
    Seen.LEFT.clear();
  }

  private static ClassMatcher matcher(String advice) {
    return new ClassMatcher(
        List.of(
            ClassFiles.module(
                TypeRule.mentioning(
                    List.of("java/sql/"),
                    true,
                    MethodRule.exact(
                        "executeQuery", "(Ljava/lang/String;)Ljava/sql/ResultSet;", advice)))));
  }

  private WeavingTransformer atLoad(String advice) {
    return WeavingTransformer.atLoad(matcher(advice), Weaver.class.getClassLoader(), listener);
  }

  /** Another loader than the agent's, as an application has. */
  private static final class AppLoader extends ClassLoader {
    AppLoader() {
      super(SampleStatement.class.getClassLoader());
    }

    Class<?> type(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }

    Object define(byte[] classFile) throws ReflectiveOperationException {
      Class<?> type = type(NAME.replace('/', '.'), classFile);
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    }
  }

  private Object woven(WeavingTransformer transformer) throws ReflectiveOperationException {
    AppLoader loader = new AppLoader();
    byte[] bytes =
        transformer.transform(loader, NAME, null, null, ClassFiles.of(SampleStatement.class));
    return loader.define(bytes);
  }

  private static Object call(Object target, String name, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    Method method = target.getClass().getDeclaredMethod(name, type);
    method.setAccessible(true);
    return method.invoke(target, argument);
  }

  @Test
  void adviceRunsAndItsFailureIsCountedAndDoesNotReachTheCaller() throws Exception {
    List<Throwable> failures = new ArrayList<>();
    Probes.countAdviceFailures(
        new ProbeHandler() {
          @Override
          protected void failed(Throwable failure) {
            failures.add(failure);
          }
        });
    Object statement = woven(atLoad(SampleAdvice.class.getName()));

    assertThat(call(statement, "executeQuery", String.class, "SELECT 1")).isNull();

    assertThat(Seen.ENTERED).containsExactly("SELECT 1");
    assertThat(Seen.LEFT).containsExactly("returned");
    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(told).containsExactly("woven " + NAME);
  }

  @Test
  void whatTheApplicationThrowsIsSeenAndThrownOn() throws Exception {
    Object statement = woven(atLoad(SampleAdvice.class.getName()));

    InvocationTargetException thrown =
        org.junit.jupiter.api.Assertions.assertThrows(
            InvocationTargetException.class,
            () -> call(statement, "executeQuery", String.class, ""));

    assertThat(thrown.getCause()).hasMessage("empty");
    assertThat(Seen.LEFT).containsExactly("SQLException");
  }

  @Test
  void methodsThatNoRuleMeansAreLeftAlone() throws Exception {
    Object statement = woven(atLoad(SampleAdvice.class.getName()));

    assertThat(call(statement, "executeUpdate", int.class, 7)).isEqualTo(7);
    assertThat(Seen.ENTERED).isEmpty();
  }

  @Test
  void theClassGetsASlotOfItsOwn() throws Exception {
    Slot slot = (Slot) woven(atLoad(SampleAdvice.class.getName()));
    Slot other = (Slot) woven(atLoad(SampleAdvice.class.getName()));

    assertThat(slot.gnomon$slot()).isNull();
    slot.gnomon$slot("kept");
    assertThat(slot.gnomon$slot()).isEqualTo("kept");
    assertThat(other.gnomon$slot()).isNull();
  }

  @Test
  void aClassThatInheritsSerializableKeepsItsComputedIdentity() throws Exception {
    byte[] asWritten = ClassFiles.of(SampleTask.class);
    String name = ClassFiles.internalName(SampleTask.class);

    byte[] woven =
        atLoad(SampleAdvice.class.getName())
            .transform(new AppLoader(), name, null, null, asWritten);

    assertThat(told).containsExactly("woven " + name);
    Class<?> type = new AppLoader().type(SampleTask.class.getName(), woven);
    assertThat(ObjectStreamClass.lookup(type).getSerialVersionUID())
        .isEqualTo(ObjectStreamClass.lookup(SampleTask.class).getSerialVersionUID());
  }

  @Test
  void aSerializableClassThatSaysItsIdentityGetsASlotThatIsNotStored() throws Exception {
    String name = ClassFiles.internalName(SampleKept.class);
    byte[] woven =
        atLoad(SampleAdvice.class.getName())
            .transform(new AppLoader(), name, null, null, ClassFiles.of(SampleKept.class));
    Class<?> type = new AppLoader().type(SampleKept.class.getName(), woven);
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    new ObjectOutputStream(stored).writeObject(new SampleKept("a"));

    Object read =
        new ObjectInputStream(new ByteArrayInputStream(stored.toByteArray())) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass asStored) {
            return type;
          }
        }.readObject();

    assertThat(read).isInstanceOf(Slot.class);
    assertThat(((Slot) read).gnomon$slot()).isNull();
    assertThat(ObjectStreamClass.lookup(type).getFields())
        .hasSameSizeAs(ObjectStreamClass.lookup(SampleKept.class).getFields());
  }

  @Test
  void aMethodThatNarrowsItsResultIsSeenThroughItsBridge() throws Exception {
    String name = ClassFiles.internalName(SampleNarrow.class);
    byte[] woven =
        atLoad(SampleAdvice.class.getName())
            .transform(new AppLoader(), name, null, null, ClassFiles.of(SampleNarrow.class));
    Class<?> type = new AppLoader().type(SampleNarrow.class.getName(), woven);

    ((SampleWide) type.getDeclaredConstructor().newInstance()).executeQuery("SELECT 1");

    assertThat(Seen.ENTERED).containsExactly("SELECT 1");
  }

  @Test
  void aLoadedClassGetsAdviceButNoSlot() throws Exception {
    WeavingTransformer transformer =
        WeavingTransformer.ofLoaded(
            matcher(SampleAdvice.class.getName()), Weaver.class.getClassLoader(), listener);
    AppLoader loader = new AppLoader();
    byte[] original = ClassFiles.of(SampleStatement.class);

    assertThat(transformer.transform(loader, NAME, null, null, original)).isNull();
    byte[] retransformed =
        transformer.transform(loader, NAME, SampleStatement.class, null, original);

    Object statement = loader.define(retransformed);
    assertThat(statement).isNotInstanceOf(Slot.class);
    call(statement, "executeQuery", String.class, "SELECT 2");
    assertThat(Seen.ENTERED).containsExactly("SELECT 2");
  }

  @Test
  void anAdviceThatDoesNotExistIsToldAndTheClassStaysAsItIs() {
    byte[] result =
        atLoad("no.such.Advice")
            .transform(new AppLoader(), NAME, null, null, ClassFiles.of(SampleStatement.class));

    assertThat(result).isNull();
    assertThat(told).containsExactly("failed " + NAME);
  }

  @Test
  void aMethodThatIsTooLargeToHoldAdviceIsToldAndTheClassStaysAsItIs() {
    byte[] result =
        atLoad(SampleAdvice.class.getName())
            .transform(new AppLoader(), "big/Statement", null, null, statementWithLargestMethod());

    assertThat(result).isNull();
    assertThat(told).containsExactly("failed big/Statement");
  }

  /** A class whose executeQuery is as long as the JVM allows. */
  private static byte[] statementWithLargestMethod() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "big/Statement", null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            "executeQuery",
            "(Ljava/lang/String;)Ljava/sql/ResultSet;",
            null,
            null);
    method.visitCode();
    for (int bytes = 0; bytes < 65_500; bytes++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 2);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void bytesThatCannotBeReadAreToldAndLeftAlone() {
    byte[] garbage = {1, 2, 3};

    assertThat(atLoad("x.Y").transform(new AppLoader(), "a/B", null, null, garbage)).isNull();
    assertThat(told).containsExactly("failed a/B");
  }

  @Test
  void classesOfTheBootLoaderAndOfOursAreNotLookedAt() {
    WeavingTransformer transformer = atLoad(SampleAdvice.class.getName());
    byte[] bytes = ClassFiles.of(SampleStatement.class);

    assertThat(transformer.transform(null, NAME, null, null, bytes)).isNull();
    assertThat(transformer.transform(Weaver.class.getClassLoader(), NAME, null, null, bytes))
        .isNull();
    assertThat(told).isEmpty();
  }

  private WeavingTransformer ofTokenizer(TypeRule rule) {
    return WeavingTransformer.atLoad(
        new ClassMatcher(List.of(ClassFiles.module(rule))),
        Weaver.class.getClassLoader(),
        listener);
  }

  private static final String TOKENIZER = "java/util/StringTokenizer";
  private static final MethodRule NEXT_TOKEN =
      MethodRule.exact(
          "nextToken", "(Ljava/lang/String;)Ljava/lang/String;", SampleAdvice.class.getName());

  @Test
  void aClassOfTheJdkIsWovenIfARuleOfTheJdkNamesIt() {
    WeavingTransformer transformer = ofTokenizer(TypeRule.ofJdk(List.of(TOKENIZER), NEXT_TOKEN));
    byte[] bytes = ClassFiles.of(StringTokenizer.class);

    byte[] woven = transformer.transform(null, TOKENIZER, null, null, bytes);

    assertThat(told).containsExactly("woven " + TOKENIZER);
    assertThat(new String(woven, StandardCharsets.ISO_8859_1))
        .contains(ClassFiles.internalName(Seen.class));
  }

  @Test
  void aClassOfTheApplicationIsNotTakenForOneOfTheJdk() {
    byte[] bytes = ClassFiles.of(StringTokenizer.class);

    assertThat(
            ofTokenizer(TypeRule.ofJdk(List.of(TOKENIZER), NEXT_TOKEN))
                .transform(new AppLoader(), TOKENIZER, null, null, bytes))
        .isNull();
    assertThat(
            ofTokenizer(TypeRule.named(List.of(TOKENIZER), true, NEXT_TOKEN))
                .transform(null, TOKENIZER, null, null, bytes))
        .isNull();
    assertThat(told).isEmpty();
  }

  @Test
  void callsInsideAMethodGoToAProbe() throws Exception {
    MethodRule rule =
        MethodRule.replacing(
            "executeUpdate",
            "(I)I",
            CallRule.of("java/lang/String", "length", "()I", SampleProbe.class));
    String name = ClassFiles.internalName(SampleCaller.class);
    byte[] woven =
        ofTokenizer(TypeRule.named(List.of(name), false, rule))
            .transform(new AppLoader(), name, null, null, ClassFiles.of(SampleCaller.class));
    Class<?> type = new AppLoader().type(SampleCaller.class.getName(), woven);
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object caller = constructor.newInstance();

    assertThat(call(caller, "executeUpdate", int.class, 7)).isEqualTo(107);
    assertThat(call(caller, "untouched", int.class, 7)).isEqualTo(7);
  }
}
