package io.gnomon.core.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerStackTest {

  @Test
  void ourOwnFramesAreNoneOfTheApplication() {
    List<StackTraceElement> stack = new ArrayList<>();
    for (String part :
        new String[] {
          "agent",
          "bootstrap",
          "core",
          "exporter",
          "http",
          "instrumentation",
          "jdbc",
          "jvm",
          "logging",
          "servlet",
          "shaded",
          "tasks"
        }) {
      stack.add(new StackTraceElement("io.gnomon." + part + ".X", "run", "X.java", 1));
    }
    stack.add(new StackTraceElement("io.gnomon.demo.Shop", "run", null, 1));
    assertThat(
            new CallerStack(CallerStack.DEFAULT_EXCLUDES)
                .applicationFrames(stack.toArray(new StackTraceElement[0])))
        .containsExactly("io.gnomon.demo.Shop.run");
  }

  @Test
  void atMostTwentyFramesAndNoGeneratedOnes() {
    List<StackTraceElement> stack = new ArrayList<>();
    stack.add(new StackTraceElement("jdk.proxy2.$Proxy42", "run", null, -1));
    stack.add(new StackTraceElement("com.shop.A$$SpringCGLIB$$0", "run", "<generated>", -1));
    stack.add(new StackTraceElement("com.shop.A$HibernateProxy", "name", null, -1));
    stack.add(new StackTraceElement("com.shop.B", "run", null, -1));
    stack.add(new StackTraceElement("com.shop.C", "run", "C.java", -2));
    for (int i = 0; i < 30; i++) {
      stack.add(new StackTraceElement("com.shop.D", "run", "D.java", i));
    }
    List<String> frames =
        new CallerStack(CallerStack.DEFAULT_EXCLUDES)
            .applicationFrames(stack.toArray(new StackTraceElement[0]));
    assertThat(frames)
        .hasSize(CallerStack.MAX_FRAMES)
        .startsWith("com.shop.B.run", "com.shop.C.run(C.java)", "com.shop.D.run(D.java:0)");
  }
}
