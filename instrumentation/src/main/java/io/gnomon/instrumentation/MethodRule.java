package io.gnomon.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * Which methods get which advice: a name, and a descriptor given exactly or by its beginning and
 * end. A marker gets none: it only tells what a class is. In place of advice a rule may have calls
 * inside the method replaced. Immutable; data only, so that nothing is loaded until a class
 * matches.
 */
public final class MethodRule {

  private final String name;
  private final String descriptorStart;
  private final String descriptorEnd;
  private final String adviceClass;
  private final @Nullable CallRule calls;

  private MethodRule(
      String name,
      String descriptorStart,
      String descriptorEnd,
      String adviceClass,
      @Nullable CallRule calls) {
    this.name = name;
    this.descriptorStart = descriptorStart;
    this.descriptorEnd = descriptorEnd;
    this.adviceClass = adviceClass;
    this.calls = calls;
  }

  /**
   * Methods with one descriptor.
   *
   * @param name the method's name
   * @param descriptor its whole descriptor, as {@code ()Ljava/sql/ResultSet;}
   * @param adviceClass the binary name of the advice class, in the agent's class loader
   * @return the rule
   */
  public static MethodRule exact(String name, String descriptor, String adviceClass) {
    return new MethodRule(name, descriptor, "", adviceClass, null);
  }

  /**
   * Methods whose descriptor starts and ends so.
   *
   * @param name the method's name
   * @param descriptorStart as {@code (Ljava/lang/String;}
   * @param descriptorEnd as {@code )Ljava/sql/PreparedStatement;}, not empty
   * @param adviceClass the binary name of the advice class, in the agent's class loader
   * @return the rule
   */
  public static MethodRule between(
      String name, String descriptorStart, String descriptorEnd, String adviceClass) {
    return new MethodRule(name, descriptorStart, descriptorEnd, adviceClass, null);
  }

  /**
   * Methods with one descriptor, inside which calls go to a probe instead.
   *
   * @param name the method's name
   * @param descriptor its whole descriptor
   * @param calls which calls
   * @return the rule
   */
  public static MethodRule replacing(String name, String descriptor, CallRule calls) {
    return new MethodRule(name, descriptor, "", "", calls);
  }

  /**
   * A method that tells what a class is, and is left as it is.
   *
   * @param name the method's name
   * @param descriptor its whole descriptor
   * @return the rule
   */
  public static MethodRule marker(String name, String descriptor) {
    return new MethodRule(name, descriptor, "", "", null);
  }

  /**
   * The binary name of the advice class.
   *
   * @return in the agent's class loader; empty for a marker, or if calls are replaced
   */
  public String adviceClass() {
    return adviceClass;
  }

  /**
   * Which calls inside the method are replaced.
   *
   * @return null if it gets advice, or is only looked for
   */
  public @Nullable CallRule calls() {
    return calls;
  }

  /**
   * Whether the method is only looked for.
   *
   * @return true if it is left as it is
   */
  public boolean isMarker() {
    return adviceClass.isEmpty() && calls == null;
  }

  /**
   * The method's name.
   *
   * @return exactly
   */
  public String name() {
    return name;
  }

  /**
   * Whether a method is meant.
   *
   * @param methodName its name
   * @param descriptor its descriptor
   * @return true if so
   */
  public boolean matches(String methodName, String descriptor) {
    if (!name.equals(methodName)) {
      return false;
    }
    if (descriptorEnd.isEmpty()) {
      return descriptor.equals(descriptorStart);
    }
    return descriptor.length() >= descriptorStart.length() + descriptorEnd.length()
        && descriptor.startsWith(descriptorStart)
        && descriptor.endsWith(descriptorEnd);
  }
}
