package io.gnomon.instrumentation.weaving;

/** Is told what the transformer did. Called by any thread that loads a class; must not block. */
public interface WeavingListener {

  /**
   * A class was woven.
   *
   * @param internalName as {@code org/postgresql/jdbc/PgStatement}
   * @param elapsedNanos how long it took
   */
  void woven(String internalName, long elapsedNanos);

  /**
   * A class could not be looked at or woven, and stays as it is.
   *
   * @param internalName the class
   * @param failure why
   */
  void failed(String internalName, Throwable failure);
}
