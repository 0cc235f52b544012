package io.gnomon.servlet.jersey;

import io.gnomon.bootstrap.ServletProbe;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.glassfish.jersey.uri.UriTemplate;

/** {@code UriRoutingContext.setEndpoint}: matching has ended; the innermost template is first. */
final class RoutedAdvice {

  private RoutedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.FieldValue("templates") List<?> templates) {
    for (int i = templates.size() - 1; i >= 0; i--) {
      ServletProbe.inside(((UriTemplate) templates.get(i)).getTemplate());
    }
    ServletProbe.controller(null, "");
  }
}
