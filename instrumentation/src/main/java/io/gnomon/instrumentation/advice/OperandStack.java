package io.gnomon.instrumentation.advice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a method's operand stack as its code is shown, word by word (JVM specification,
 * chapter 6.5), so that it can be taken off where the code returns. A class file with stack maps
 * says what lies there after a jump; for older ones it is what lay where the jump came from.
 */
final class OperandStack {

  private static final byte SINGLE = 1;
  private static final byte LOWER = 2;
  private static final byte UPPER = 3;
  private static final byte[] EMPTY = {};

  private final Map<Label, byte[]> jumps = new HashMap<>();
  private byte[] words = new byte[16];
  private int depth;
  private boolean reachable = true;

  /** Takes off all that is left. */
  void drain(MethodVisitor by) {
    while (depth > 0) {
      boolean pair = words[depth - 1] == UPPER;
      by.visitInsn(pair ? Opcodes.POP2 : Opcodes.POP);
      depth -= pair ? 2 : 1;
    }
  }

  /** What comes next is reached by jumps alone. */
  void unreachable() {
    depth = 0;
    reachable = false;
  }

  void frame(int count, Object[] verified) {
    depth = 0;
    for (int i = 0; i < count; i++) {
      push(Layout.words(verified[i]));
    }
    reachable = true;
  }

  void label(Label label) {
    byte[] came = jumps.get(label);
    if (!reachable && came != null) {
      words = Arrays.copyOf(came, Math.max(came.length, 16));
      depth = came.length;
      reachable = true;
    }
  }

  void handler(Label label) {
    jumps.put(label, new byte[] {SINGLE});
  }

  void jump(int opcode, Label label) {
    if (opcode == Opcodes.JSR) {
      push(1);
      comes(label);
      pop(1);
    } else if (opcode == Opcodes.GOTO) {
      comes(label);
      unreachable();
    } else {
      boolean two = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
      pop(two ? 2 : 1);
      comes(label);
    }
  }

  void choice(Label otherwise, Label... labels) {
    pop(1);
    comes(otherwise);
    for (Label label : labels) {
      comes(label);
    }
    unreachable();
  }

  private void comes(Label label) {
    if (!jumps.containsKey(label)) {
      jumps.put(label, depth == 0 ? EMPTY : Arrays.copyOf(words, depth));
    }
  }

  void variable(int opcode) {
    boolean two =
        opcode == Opcodes.LLOAD
            || opcode == Opcodes.DLOAD
            || opcode == Opcodes.LSTORE
            || opcode == Opcodes.DSTORE;
    if (opcode <= Opcodes.ALOAD) {
      push(two ? 2 : 1);
    } else if (opcode <= Opcodes.ASTORE) {
      pop(two ? 2 : 1);
    } else {
      unreachable(); // RET
    }
  }

  void operand(int opcode) {
    if (opcode == Opcodes.NEWARRAY) {
      pop(1);
    }
    push(1);
  }

  void type(int opcode) {
    if (opcode != Opcodes.NEW) {
      pop(1);
    }
    push(1);
  }

  void field(int opcode, String descriptor) {
    int size = Type.getType(descriptor).getSize();
    boolean puts = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    if (puts) {
      pop(size);
    }
    if (opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD) {
      pop(1);
    }
    if (!puts) {
      push(size);
    }
  }

  void call(boolean isStatic, String descriptor) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor);
    pop(sizes / 4 - (isStatic ? 1 : 0));
    push(sizes & 3);
  }

  void constant(Object value) {
    boolean two =
        value instanceof Long
            || value instanceof Double
            || (value instanceof ConstantDynamic && ((ConstantDynamic) value).getSize() == 2);
    push(two ? 2 : 1);
  }

  void array(int dimensions) {
    pop(dimensions);
    push(1);
  }

  /** An instruction without an operand, but for those that return. */
  void insn(int opcode) {
    if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
      move(opcode);
      return;
    }
    if (opcode == Opcodes.ATHROW) {
      unreachable();
      return;
    }
    String effect = EFFECTS[opcode];
    if (effect != null) {
      pop(effect.charAt(0) - '0');
      push(effect.charAt(1) - '0');
    }
  }

  /** What moves words about, whatever they are. */
  private void move(int opcode) {
    switch (opcode) {
      case Opcodes.POP:
        pop(1);
        break;
      case Opcodes.POP2:
        pop(2);
        break;
      case Opcodes.DUP:
        insertCopy(1, 0);
        break;
      case Opcodes.DUP_X1:
        insertCopy(1, 1);
        break;
      case Opcodes.DUP_X2:
        insertCopy(1, 2);
        break;
      case Opcodes.DUP2:
        insertCopy(2, 0);
        break;
      case Opcodes.DUP2_X1:
        insertCopy(2, 1);
        break;
      case Opcodes.DUP2_X2:
        insertCopy(2, 2);
        break;
      default:
        break; // SWAP is for single words only
    }
  }

  /** Copies words from the top to below them and as many more. */
  private void insertCopy(int count, int below) {
    ensure(count);
    int from = depth - count;
    int to = from - below;
    byte[] top = Arrays.copyOfRange(words, from, depth);
    System.arraycopy(words, to, words, to + count, count + below);
    System.arraycopy(top, 0, words, to, count);
    depth += count;
  }

  void pop(int count) {
    depth = Math.max(0, depth - count);
  }

  private void push(int size) {
    ensure(2);
    if (size == 1) {
      words[depth++] = SINGLE;
    } else if (size == 2) {
      words[depth++] = LOWER;
      words[depth++] = UPPER;
    }
  }

  private void ensure(int more) {
    if (depth + more > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
  }

  /** By opcode: how many words an instruction takes, and how many it gives. */
  private static final @Nullable String[] EFFECTS = effects();

  private static @Nullable String[] effects() {
    @Nullable String[] effects = new String[Opcodes.MONITOREXIT + 1];
    set(effects, "01", Opcodes.ACONST_NULL, Opcodes.ICONST_5);
    set(effects, "02", Opcodes.LCONST_0, Opcodes.LCONST_1);
    set(effects, "01", Opcodes.FCONST_0, Opcodes.FCONST_2);
    set(effects, "02", Opcodes.DCONST_0, Opcodes.DCONST_1);
    set(effects, "21", Opcodes.IALOAD, Opcodes.SALOAD);
    set(effects, "22", Opcodes.LALOAD, Opcodes.LALOAD);
    set(effects, "22", Opcodes.DALOAD, Opcodes.DALOAD);
    set(effects, "30", Opcodes.IASTORE, Opcodes.SASTORE);
    set(effects, "40", Opcodes.LASTORE, Opcodes.LASTORE);
    set(effects, "40", Opcodes.DASTORE, Opcodes.DASTORE);
    // Sums and the like come in the order int, long, float, double.
    for (int opcode = Opcodes.IADD; opcode <= Opcodes.DREM; opcode += 2) {
      set(effects, "21", opcode, opcode);
      set(effects, "42", opcode + 1, opcode + 1);
    }
    for (int opcode = Opcodes.INEG; opcode <= Opcodes.DNEG; opcode += 2) {
      set(effects, "11", opcode, opcode);
      set(effects, "22", opcode + 1, opcode + 1);
    }
    for (int opcode = Opcodes.ISHL; opcode <= Opcodes.LUSHR; opcode += 2) {
      set(effects, "21", opcode, opcode);
      set(effects, "32", opcode + 1, opcode + 1);
    }
    for (int opcode = Opcodes.IAND; opcode <= Opcodes.LXOR; opcode += 2) {
      set(effects, "21", opcode, opcode);
      set(effects, "42", opcode + 1, opcode + 1);
    }
    set(effects, "12", Opcodes.I2L, Opcodes.I2L);
    set(effects, "11", Opcodes.I2F, Opcodes.I2F);
    set(effects, "12", Opcodes.I2D, Opcodes.I2D);
    set(effects, "21", Opcodes.L2I, Opcodes.L2F);
    set(effects, "22", Opcodes.L2D, Opcodes.L2D);
    set(effects, "11", Opcodes.F2I, Opcodes.F2I);
    set(effects, "12", Opcodes.F2L, Opcodes.F2D);
    set(effects, "21", Opcodes.D2I, Opcodes.D2I);
    set(effects, "22", Opcodes.D2L, Opcodes.D2L);
    set(effects, "21", Opcodes.D2F, Opcodes.D2F);
    set(effects, "11", Opcodes.I2B, Opcodes.I2S);
    set(effects, "41", Opcodes.LCMP, Opcodes.LCMP);
    set(effects, "21", Opcodes.FCMPL, Opcodes.FCMPG);
    set(effects, "41", Opcodes.DCMPL, Opcodes.DCMPG);
    set(effects, "11", Opcodes.ARRAYLENGTH, Opcodes.ARRAYLENGTH);
    set(effects, "10", Opcodes.MONITORENTER, Opcodes.MONITOREXIT);
    return effects;
  }

  private static void set(@Nullable String[] effects, String effect, int first, int last) {
    Arrays.fill(effects, first, last + 1, effect);
  }
}
