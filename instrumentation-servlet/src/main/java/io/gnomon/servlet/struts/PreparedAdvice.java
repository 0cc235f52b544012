package io.gnomon.servlet.struts;

import com.opensymphony.xwork2.config.Configuration;
import com.opensymphony.xwork2.config.entities.ActionConfig;
import com.opensymphony.xwork2.config.entities.PackageConfig;
import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;

/**
 * {@code DefaultActionProxy.prepare}: the action is chosen. Its name as it is configured may be a
 * wildcard; the name in the proxy is what the client sent.
 */
final class PreparedAdvice {

  private PreparedAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Advice.FieldValue("configuration") Object configuration,
      @Advice.FieldValue("config") Object config) {
    ActionConfig action = (ActionConfig) config;
    PackageConfig holder =
        ((Configuration) configuration).getPackageConfig(action.getPackageName());
    if (holder != null) {
      ServletProbe.inside(holder.getNamespace());
      ServletProbe.controller(null, action.getName());
    }
  }
}
