package io.gnomon.logging.jboss;

import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;

/** {@code ExtLogRecord.getMdcCopy}, which older ones take from the thread by themselves. */
final class AllAdvice {

  private AllAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Advice.This ExtLogRecord record) {
    record.copyMdc();
  }
}
