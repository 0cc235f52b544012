package io.gnomon.instrumentation.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.bootstrap.ProbeHandler;
import io.gnomon.bootstrap.Probes;
import io.gnomon.instrumentation.ClassFiles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our inliner beside Byte Buddy's own, on methods of every shape: what the methods do and what the
 * advice sees must be the same.
 */
class InliningTest {

  private static final Map<Class<?>, List<?>> ARGUMENTS =
      Map.of(
          boolean.class, List.of(true),
          byte.class, List.of((byte) 7),
          char.class, List.of('c'),
          short.class, List.of((short) 300),
          int.class, List.of(0, 1, 2, 1000, -9),
          long.class, List.of(3L),
          float.class, List.of(5.5f),
          double.class, List.of(2.5),
          int[].class, List.of(new int[] {1, 2}),
          String.class, List.of("", "12", "throw", "axe", "letters"));

  private final List<String> failures = new ArrayList<>();

  @BeforeEach
  void countFailures() {
    Told.taken();
    Probes.countAdviceFailures(
        new ProbeHandler() {
          @Override
          protected void failed(Throwable failure) {
            failures.add(failure.getMessage());
          }
        });
  }

  @AfterEach
  void forget() {
    Told.taken();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Advices.Whole.class,
        Advices.Entry.class,
        Advices.Exit.class,
        Advices.Failing.class
      })
  void anyMethodDoesAndTellsTheSame(Class<?> advice) throws Exception {
    assertSame(advice, written());
  }

  @Test
  void whatCameInIsToldAtTheExit() throws Exception {
    assertSame(
        Advices.Arguments.class, written().and(ElementMatchers.takesArgument(0, String.class)));
  }

  @ParameterizedTest
  @ValueSource(classes = {Advices.Writing.class, Advices.WritingGuarded.class})
  void whatAdviceWritesArrives(Class<?> advice) throws Exception {
    assertSame(
        advice,
        ElementMatchers.<MethodDescription>returns(String.class)
            .and(ElementMatchers.takesArgument(0, String.class)));
  }

  @Test
  void fieldsAreReadAndWritten() throws Exception {
    assertSame(Advices.Fields.class, ElementMatchers.named("written"));
  }

  @Test
  void constructorsAreWovenAroundTheCallOfTheOneAbove() throws Exception {
    assertSame(Advices.Constructed.class, ElementMatchers.isConstructor());
  }

  @Test
  void severalAdvicesNest() throws Exception {
    byte[] once = Inlined.into(Shapes.class, Advices.Whole.class, methods("reassigned"));

    byte[] twice = Inlined.into(once, Advices.Arguments.class, methods("reassigned"));

    List<String> told = run(twice);
    assertThat(told)
        .contains("enter reassigned(java.lang.String,int)false", "argument axe")
        .contains("reassigned[axe, 2] -> axe10");
    assertThat(told.indexOf("argument axe"))
        .isGreaterThan(told.indexOf("enter reassigned(java.lang.String,int)false"));
  }

  /** Byte Buddy leaves those alone that the compiler adds. */
  private static ElementMatcher.Junction<MethodDescription> written() {
    return ElementMatchers.<MethodDescription>isMethod()
        .and(ElementMatchers.not(ElementMatchers.isSynthetic()));
  }

  private static ElementMatcher<MethodDescription> methods(String name) {
    return ElementMatchers.named(name);
  }

  private void assertSame(Class<?> advice, ElementMatcher<? super MethodDescription> methods)
      throws Exception {
    List<String> unwoven = run(ClassFiles.of(Shapes.class));
    failures.clear();

    List<String> expected = run(byByteBuddy(advice, methods));
    List<String> expectedFailures = List.copyOf(failures);
    failures.clear();
    List<String> ours = run(Inlined.into(Shapes.class, advice, methods));

    assertThat(expected).isNotEqualTo(unwoven);
    assertThat(ours).containsExactlyElementsOf(expected);
    assertThat(failures).isEqualTo(expectedFailures);
  }

  private static byte[] byByteBuddy(
      Class<?> advice, ElementMatcher<? super MethodDescription> methods) throws Exception {
    Method failed = Probes.class.getMethod("adviceFailed", Throwable.class);
    return new ByteBuddy()
        .redefine(Shapes.class)
        .visit(
            Advice.to(advice)
                .withExceptionHandler(
                    new Advice.ExceptionHandler.Simple(
                        MethodInvocation.invoke(new MethodDescription.ForLoadedMethod(failed))))
                .on(methods))
        .make()
        .getBytes();
  }

  /** Every method with every combination of arguments, and what came of it. */
  static List<String> run(byte[] classFile) throws Exception {
    Class<?> type = new Defining().define(Shapes.class.getName(), classFile);
    Constructor<?> constructor = type.getDeclaredConstructor();
    Object shapes = constructor.newInstance();
    List<String> lines = new ArrayList<>(Told.taken());
    Method[] methods = type.getDeclaredMethods();
    Arrays.sort(methods, (a, b) -> a.toString().compareTo(b.toString()));
    for (Method method : methods) {
      if (method.isSynthetic()) {
        continue;
      }
      method.setAccessible(true);
      for (Object[] arguments : combinations(method.getParameterTypes())) {
        String result;
        try {
          Object target = Modifier.isStatic(method.getModifiers()) ? null : shapes;
          Object returned = method.invoke(target, arguments);
          result = returned instanceof int[] array ? Arrays.toString(array) : "" + returned;
        } catch (InvocationTargetException e) {
          result = "" + e.getCause();
        }
        lines.addAll(Told.taken());
        lines.add(method.getName() + Arrays.deepToString(arguments) + " -> " + result);
      }
    }
    return lines;
  }

  private static List<Object[]> combinations(Class<?>[] types) {
    List<Object[]> combinations = List.<Object[]>of(new Object[types.length]);
    for (int i = 0; i < types.length; i++) {
      List<Object[]> longer = new ArrayList<>();
      for (Object[] start : combinations) {
        for (Object value : ARGUMENTS.getOrDefault(types[i], List.of("lock"))) {
          Object[] next = start.clone();
          next[i] = value;
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /** A loader as an application has one: what it defines is verified. */
  static final class Defining extends ClassLoader {
    Defining() {
      super(Shapes.class.getClassLoader());
    }

    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      String below = ShapesBelow.class.getName();
      if (findLoadedClass(name) == null && (name.equals(below) || name.startsWith(SHAPES_INNER))) {
        try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
          return define(name, in.readAllBytes());
        } catch (java.io.IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
      return super.loadClass(name, resolve);
    }

    private static final String SHAPES_INNER = Shapes.class.getName() + '$';
  }
}
