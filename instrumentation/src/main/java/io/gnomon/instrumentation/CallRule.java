package io.gnomon.instrumentation;

/**
 * Which calls inside a method go to a probe instead: those of one method, to a static method of the
 * same name that is handed the object and all arguments. Immutable; data only.
 */
public final class CallRule {

  private final String owner;
  private final String name;
  private final String descriptor;
  private final Class<?> probe;

  private CallRule(String owner, String name, String descriptor, Class<?> probe) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.probe = probe;
  }

  /**
   * Calls of a method that is not static.
   *
   * @param owner the class or interface that is called, as {@code java/lang/Runnable}
   * @param name the name of the method
   * @param descriptor its descriptor
   * @param probe has the static method; visible to every class loader
   * @return the rule
   */
  public static CallRule of(String owner, String name, String descriptor, Class<?> probe) {
    return new CallRule(owner, name, descriptor, probe);
  }

  /**
   * Whether a call is meant.
   *
   * @param calledOwner the class or interface that is called
   * @param calledName the name of the method
   * @param calledDescriptor its descriptor
   * @return true if so
   */
  public boolean matches(String calledOwner, String calledName, String calledDescriptor) {
    return owner.equals(calledOwner)
        && name.equals(calledName)
        && descriptor.equals(calledDescriptor);
  }

  /**
   * What is called instead.
   *
   * @return the internal name of the probe
   */
  public String probe() {
    return probe.getName().replace('.', '/');
  }

  /**
   * The descriptor of what is called instead.
   *
   * @return the same result and arguments, the object before them
   */
  public String probeDescriptor() {
    return "(L" + owner + ';' + descriptor.substring(1);
  }
}
