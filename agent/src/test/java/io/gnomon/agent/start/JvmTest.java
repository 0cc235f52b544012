package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import net.bytebuddy.ClassFileVersion;
import org.junit.jupiter.api.Test;

class JvmTest {

  @Test
  void knowsWhatTheByteBuddyInsideKnows() {
    assertThat(ClassFileVersion.ofJavaVersion(Jvm.NEWEST_JAVA).getJavaVersion())
        .isEqualTo(Jvm.NEWEST_JAVA);
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class,
        () -> ClassFileVersion.ofJavaVersion(Jvm.NEWEST_JAVA + 1));
  }

  @Test
  void runsOnEveryJavaItKnows() {
    assertThat(Jvm.obstacle("1.8")).isNull();
    assertThat(Jvm.obstacle("17")).isNull();
    assertThat(Jvm.obstacle("28")).isNull();
    assertThat(Jvm.obstacle("odd")).isNull();
    assertThat(Jvm.obstacle(null)).isNull();
  }

  @Test
  void saysWhyNotOnANewerOne() {
    assertThat(Jvm.obstacle("29")).contains("Java 29").contains("8 to 28");
  }
}
