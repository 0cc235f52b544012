package io.gnomon.instrumentation;

/**
 * Which methods get which advice: a name, and a descriptor given exactly or by its beginning and
 * end. A marker gets none: it only tells what a class is. Immutable; data only, so that nothing is
 * loaded until a class matches.
 */
public final class MethodRule {

  private final String name;
  private final String descriptorStart;
  private final String descriptorEnd;
  private final String adviceClass;

  private MethodRule(
      String name, String descriptorStart, String descriptorEnd, String adviceClass) {
    this.name = name;
    this.descriptorStart = descriptorStart;
    this.descriptorEnd = descriptorEnd;
    this.adviceClass = adviceClass;
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
    return new MethodRule(name, descriptor, "", adviceClass);
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
    return new MethodRule(name, descriptorStart, descriptorEnd, adviceClass);
  }

  /**
   * A method that tells what a class is, and is left as it is.
   *
   * @param name the method's name
   * @param descriptor its whole descriptor
   * @return the rule
   */
  public static MethodRule marker(String name, String descriptor) {
    return new MethodRule(name, descriptor, "", "");
  }

  /**
   * The binary name of the advice class.
   *
   * @return in the agent's class loader; empty for a marker
   */
  public String adviceClass() {
    return adviceClass;
  }

  /**
   * Whether the method is only looked for.
   *
   * @return true if it gets no advice
   */
  public boolean isMarker() {
    return adviceClass.isEmpty();
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
