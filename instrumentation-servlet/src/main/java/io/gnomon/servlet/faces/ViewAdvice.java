package io.gnomon.servlet.faces;

import io.gnomon.bootstrap.ServletProbe;
import javax.faces.component.UIViewRoot;
import net.bytebuddy.asm.Advice;

/**
 * {@code UIViewRoot}, which is asked to read what was sent or to render: it was built from its
 * page, so there is one.
 */
final class ViewAdvice {

  private ViewAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This Object root) {
    String view = ((UIViewRoot) root).getViewId();
    if (view != null) {
      ServletProbe.controller(null, view);
    }
  }
}
