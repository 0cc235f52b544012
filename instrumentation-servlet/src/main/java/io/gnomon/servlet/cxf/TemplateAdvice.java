package io.gnomon.servlet.cxf;

import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;

/** {@code JAXRSUtils.getUriTemplate} of a root resource: the whole template, base path included. */
final class TemplateAdvice {

  private TemplateAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Advice.Argument(2) Object operation, @Advice.Return String template) {
    if (!((OperationResourceInfo) operation).isSubResourceLocator()) {
      ServletProbe.routed(template);
    }
  }
}
