package io.gnomon.servlet.resteasy;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.metadata.ResourceLocator;

/** {@code ResourceLocatorInvoker.invoke}: a sub-resource is looked for inside its template. */
final class LocatorAdvice {

  private LocatorAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("method") Object method) {
    ServletProbe.inside(((ResourceLocator) method).getFullpath());
  }
}
