package io.gnomon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.compiler/com.sun.tools.javac.Main A.java",
        "com.sun.tools.javac.Main A.java",
        "jdk.jcmd/sun.tools.jps.Jps -l",
        "sun.tools.jps.Jps",
        "java.base/sun.security.tools.keytool.Main -list",
        "sun.security.tools.keytool.Main"
      })
  void aToolIsLeftAlone(String command) {
    assertThat(JdkTools.isOne(command)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"org.apache.catalina.startup.Bootstrap start", "app.jar", "com.sunny.Main", ""})
  void anApplicationIsNot(String command) {
    assertThat(JdkTools.isOne(command)).isFalse();
  }
}
