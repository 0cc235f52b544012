package io.gnomon.instrumentation.weaving;

import net.bytebuddy.asm.Advice;

/** Notes what it sees in a system property's stead: a list that the tests read. */
class SampleAdvice {

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.Argument(0) String sql) {
    Seen.ENTERED.add(sql);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  static void exit(@Advice.Thrown Throwable thrown) {
    Seen.LEFT.add(thrown == null ? "returned" : thrown.getClass().getSimpleName());
    throw new IllegalStateException("a failure of ours");
  }
}
