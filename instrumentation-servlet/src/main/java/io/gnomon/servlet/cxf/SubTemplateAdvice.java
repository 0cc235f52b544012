package io.gnomon.servlet.cxf;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;

/** {@code JAXRSUtils.getUriTemplate} of a sub-resource that a locator gave. */
final class SubTemplateAdvice {

  private SubTemplateAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.Argument(3) Object operation, @Advice.Return String template) {
    if (!((OperationResourceInfo) operation).isSubResourceLocator()) {
      ServletProbe.routed(template);
    }
  }
}
