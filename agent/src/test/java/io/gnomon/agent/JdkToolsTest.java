package io.gnomon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

  @Test
  void aCommandOfTheJarIsLeftAlone() {
    String agent = "/opt/gnomon-agent.jar";

    assertThat(JdkTools.isCommand("/opt/gnomon-agent.jar check a", "/opt/gnomon-agent.jar", agent))
        .isTrue();
    assertThat(JdkTools.isCommand("gnomon-agent.jar settings", "gnomon-agent.jar", agent)).isTrue();
    assertThat(JdkTools.isCommand("C:\\a b\\gnomon-agent.jar", "C:\\a b\\gnomon-agent.jar", agent))
        .isTrue();
  }

  @Test
  void aServiceIsNot() {
    String agent = "/opt/gnomon-agent.jar";

    assertThat(JdkTools.isCommand("/opt/shop.jar", "/opt/shop.jar", agent)).isFalse();
    assertThat(JdkTools.isCommand("com.example.Shop", "shop.jar:/opt/gnomon-agent.jar", agent))
        .isFalse();
    assertThat(JdkTools.isCommand(null, "/opt/gnomon-agent.jar", agent)).isFalse();
    assertThat(JdkTools.isCommand("com.example.Shop", null, agent)).isFalse();
  }
}
