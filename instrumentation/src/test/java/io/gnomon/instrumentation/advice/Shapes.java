package io.gnomon.instrumentation.advice;

import java.util.ArrayList;
import java.util.List;

/** Methods of every shape that a compiler makes: the weaver must not change what they do. */
@SuppressWarnings("unused") // called by reflection
public class Shapes extends ShapesBelow {

  private static int shared = 40;

  private final String name;
  private String written = "first";
  private final List<String> seen = new ArrayList<>();

  public Shapes() {
    this("by default");
  }

  public Shapes(String name) {
    super(name.length() > 3 ? 1 : 2);
    for (int i = 0; i < 2; i++) {
      seen.add(name + i);
    }
    this.name = name;
  }

  public void nothing() {}

  public static void nothingStatic() {}

  public boolean flag(boolean value) {
    return !value;
  }

  public byte small(byte value) {
    return (byte) (value + 1);
  }

  public char letter(char value) {
    return (char) (value + 1);
  }

  public short shorter(short value) {
    return (short) (value + 1);
  }

  public int whole(int value) {
    return value + shared++;
  }

  public float real(float value) {
    return value / 2;
  }

  public static long wide(long value, double other, int last) {
    return value + (long) other + last;
  }

  public double wider(double value, long other) {
    double sum = value;
    for (long i = 0; i < other; i++) {
      sum += i;
    }
    return sum;
  }

  public String text(String text) {
    return text + name + seen + below;
  }

  public int[] array(int[] values) {
    int[] copy = values.clone();
    copy[0]++;
    return copy;
  }

  /** Writes to its arguments, and loops from its first instruction on. */
  public String reassigned(String text, int times) {
    while (times-- > 0) {
      text = text + times;
    }
    return text;
  }

  public static long reassignedWide(long first, String text, double last) {
    first += text.length();
    last = last * 2;
    text = null;
    return first + (long) last;
  }

  public String manyReturns(String text) {
    switch (text) {
      case "":
        return "empty";
      case "throw":
        throw new IllegalStateException(text);
      default:
        break;
    }
    for (char letter : text.toCharArray()) {
      if (letter == 'x') {
        return "found " + letter;
      }
    }
    return text.length() > 3 ? "long" : null;
  }

  public int caught(String text) {
    int steps = 0;
    try {
      steps++;
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      steps += 10;
      if (text.isEmpty()) {
        throw new IllegalArgumentException("empty", e);
      }
      return -steps;
    } finally {
      seen.add("finally " + steps);
    }
  }

  public synchronized String locked(Object lock, String text) {
    synchronized (lock) {
      if (text.equals("throw")) {
        throw new IllegalStateException("locked");
      }
      synchronized (text) {
        return text + seen.size();
      }
    }
  }

  public int always(String text) {
    throw new UnsupportedOperationException(text);
  }

  public int forever(String text) {
    while (true) {
      if (text.length() > 5) {
        throw new IllegalStateException(text);
      }
      text = text + text + "x";
    }
  }

  public String inner(String text) {
    Runnable adds = () -> seen.add(text);
    adds.run();
    return new Object() {
      @Override
      public String toString() {
        return text + seen.get(seen.size() - 1);
      }
    }.toString();
  }

  public long chosen(int value) {
    switch (value) {
      case 1:
        return 10;
      case 2:
        return 20L << value;
      case 1000:
        return written.length();
      default:
        return value > 0 ? 1 : value < -5 ? -2 : -1;
    }
  }

  public String written(String text) {
    return written + text;
  }

  private String hidden(String text) {
    return text.trim();
  }
}
