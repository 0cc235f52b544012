package io.gnomon.instrumentation.advice;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Advice of every kind, each in a class of its own, as Byte Buddy and our inliner read it. */
final class Advices {

  private Advices() {}

  /** All that can be told of any method. */
  static class Whole {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter(@Advice.This(optional = true) Object self, @Advice.Origin("#m#s") String m) {
      Told.add("enter " + m + (self == null));
      return m.length();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
        @Advice.Enter long entered,
        @Advice.This(optional = true) Object self,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned,
        @Advice.Thrown Throwable thrown) {
      Object told = returned instanceof int[] ? ((int[]) returned)[0] : returned;
      Told.add("exit " + entered + (self == null) + ' ' + told + ' ' + thrown);
    }
  }

  /** Of instructions that even the oldest class files have. */
  static class Plain {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static int enter() {
      Told.add("enter");
      return 5;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Enter int entered, @Advice.Thrown Throwable thrown) {
      Told.add(thrown == null && entered == 5 ? "returned" : "threw");
    }
  }

  /** Only at the entry, with variables, loops and handlers of its own. */
  static class Entry {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Origin("#m#s") String method) {
      for (int i = 0; i < 2; i++) {
        long length = method.length() + i;
        try {
          if (length % 2 == 0) {
            continue;
          }
          Told.add("odd " + Integer.parseInt(method));
        } catch (NumberFormatException e) {
          Told.add("entry " + i + ' ' + length);
        }
      }
    }
  }

  /** Only at a return, with variables of its own and several ways out. */
  static class Exit {
    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned) {
      if (returned == null) {
        return;
      }
      List<String> letters = new ArrayList<>();
      for (String letter : String.valueOf(returned.getClass()).split("a")) {
        letters.add(letter);
      }
      Told.add("returned " + letters);
    }
  }

  /** What came in is told at the exit, whatever the method has done to it. */
  static class Arguments {
    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Argument(0) Object first, @Advice.Thrown Throwable thrown) {
      Told.add("argument " + (first instanceof String || first instanceof Number ? first : "?"));
    }
  }

  /** Fails at the entry, and then at the exit. */
  static class Failing {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static int enter(@Advice.Origin("#m#s") String method) {
      Told.add("failing");
      if (method.length() > 1) {
        throw new IllegalStateException("ours, at the entry");
      }
      return 7;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Enter int entered) {
      Told.add("entered with " + entered);
      throw new IllegalStateException("ours, at the exit");
    }
  }

  /** Writes to an argument and to what is returned. */
  static class Writing {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.Argument(value = 0, readOnly = false) String text) {
      text = text + "!";
      return text.length() > 4;
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Enter boolean entered, @Advice.Return(readOnly = false) String returned) {
      if (entered) {
        returned = "written for " + returned;
      }
    }
  }

  /** Writes to what is returned where something may be thrown too. */
  static class WritingGuarded {
    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
        @Advice.Return(readOnly = false) String returned, @Advice.Thrown Throwable thrown) {
      Told.add(returned + thrown);
      returned = thrown == null ? "guarded " + returned : "lost";
    }
  }

  /** Fields: its own, one that is inherited, a static one, and one that is written. */
  static class Fields {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Advice.FieldValue("name") String name,
        @Advice.FieldValue("below") int below,
        @Advice.FieldValue("shared") int shared,
        @Advice.FieldValue(value = "written", readOnly = false) String written) {
      Told.add(name + below + shared + written);
      written = written + '+';
    }
  }

  /** At a constructor's end there is an object. */
  static class Constructed {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static int enter(@Advice.This(optional = true) Object self) {
      Told.add("constructing " + self);
      return 5;
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.This Shapes made, @Advice.Enter int entered) {
      Told.add("constructed " + made.text("") + entered);
    }
  }
}
