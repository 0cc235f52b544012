package io.gnomon.servlet.resteasy;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.metadata.ResourceMethod;

/** {@code ResourceMethodInvoker.invoke}: a resource's method answers. */
final class MethodAdvice {

  private MethodAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("method") Object method) {
    ServletProbe.inside(((ResourceMethod) method).getFullpath());
    ServletProbe.controller(null, "");
  }
}
