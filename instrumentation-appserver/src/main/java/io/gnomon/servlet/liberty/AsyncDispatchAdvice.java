package io.gnomon.servlet.liberty;

import com.ibm.websphere.servlet.request.extended.IRequestExtended;
import com.ibm.wsspi.webcontainer.servlet.IExtendedRequest;
import io.gnomon.bootstrap.ServletProbe;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** {@code DispatchRunnable.run}: an asynchronous dispatch on a thread of its own. */
final class AsyncDispatchAdvice {

  private AsyncDispatchAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static @Nullable Object enter(@Advice.FieldValue("extRequest") Object request) {
    return ServletProbe.joined(
        ((IRequestExtended) ((IExtendedRequest) request).getIRequest()).getHttpInboundConnection());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object previous) {
    ServletProbe.left(previous);
  }
}
