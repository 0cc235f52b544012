package io.gnomon.agent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class JvmTest {

  @Test
  void knowsWhatTheAsmInsideKnows() throws Exception {
    assertThat(versionConstant(Jvm.NEWEST_JAVA)).isNotNull();
    assertThatThrownBy(() -> versionConstant(Jvm.NEWEST_JAVA + 1))
        .isInstanceOf(NoSuchFieldException.class);
  }

  private static Object versionConstant(int java) throws ReflectiveOperationException {
    return Opcodes.class.getField("V" + java).get(null);
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
