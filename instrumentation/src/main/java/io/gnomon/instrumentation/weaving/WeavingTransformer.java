package io.gnomon.instrumentation.weaving;

import io.gnomon.bootstrap.Slot;
import io.gnomon.instrumentation.matching.ClassMatch;
import io.gnomon.instrumentation.matching.ClassMatcher;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM asks for every class. Two instances may be registered:
 *
 * <ul>
 *   <li>for classes at their load: adds slots, so it must be registered as not retransform-capable,
 *       or else a later retransformation by anyone would fail on the changed schema;
 *   <li>for classes that were loaded before the agent came: advice alone, retransform-capable.
 * </ul>
 *
 * <p>Called by any thread that loads a class, concurrently. Never throws: a class that cannot be
 * woven stays as it is, and the failure is told.
 */
public final class WeavingTransformer implements ClassFileTransformer {

  private final ClassMatcher matcher;
  private final ClassLoader agentLoader;
  private final @Nullable ClassLoader platformLoader;
  private final boolean loadedClasses;
  private final WeavingListener listener;
  private volatile @Nullable Weaver weaver;

  private WeavingTransformer(
      ClassMatcher matcher,
      ClassLoader agentLoader,
      boolean loadedClasses,
      WeavingListener listener) {
    this.matcher = matcher;
    this.agentLoader = agentLoader;
    this.platformLoader = agentLoader.getParent();
    this.loadedClasses = loadedClasses;
    this.listener = listener;
  }

  /**
   * The transformer for classes at their load (and for redefinitions of those).
   *
   * @param matcher which classes
   * @param agentLoader the loader that has the advice classes, a child of the platform loader (of
   *     the boot loader on Java 8); its own classes are left alone
   * @param listener told of each class woven and of each failure
   * @return to be registered as not retransform-capable
   */
  public static WeavingTransformer atLoad(
      ClassMatcher matcher, ClassLoader agentLoader, WeavingListener listener) {
    return new WeavingTransformer(matcher, agentLoader, false, listener);
  }

  /**
   * The transformer for classes that were loaded before the agent came.
   *
   * @param matcher which classes
   * @param agentLoader the loader that has the advice classes
   * @param listener told of each class woven and of each failure
   * @return to be registered as retransform-capable
   */
  public static WeavingTransformer ofLoaded(
      ClassMatcher matcher, ClassLoader agentLoader, WeavingListener listener) {
    return new WeavingTransformer(matcher, agentLoader, true, listener);
  }

  @Override
  @SuppressWarnings("NullAway") // null is the JVM's word for "unchanged" and for the boot loader
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null
        || loader == agentLoader
        || (loadedClasses && redefined == null)
        || !isWorthALook(loader, internalName)) {
      return null;
    }
    try {
      ClassMatch match = matcher.match(internalName, classFile);
      return match == null
          ? null
          : weave(loader, internalName, classFile, match, mayHaveSlot(redefined));
    } catch (Throwable failure) {
      failed(internalName, failure);
      return null;
    }
  }

  /**
   * Of the JDK only what a rule names; a name of the JDK's means nothing in another loader. Nothing
   * of a second loader of ours, which has the library that we send by gRPC with.
   */
  private boolean isWorthALook(@Nullable ClassLoader loader, String internalName) {
    if (loader == null || loader == platformLoader) {
      return matcher.isOfJdk(internalName)
          || (loader != null && !ClassMatcher.isIgnored(internalName));
    }
    return !ClassMatcher.isIgnored(internalName) && loader.getClass() != agentLoader.getClass();
  }

  /** A class that is already loaded can get a slot only if it has one: its schema is fixed. */
  private static boolean mayHaveSlot(@Nullable Class<?> redefined) {
    return redefined == null || Slot.class.isAssignableFrom(redefined);
  }

  private byte[] weave(
      @Nullable ClassLoader loader,
      String internalName,
      byte[] classFile,
      ClassMatch match,
      boolean slot) {
    long startNanos = System.nanoTime();
    byte[] woven = weaver().weave(loader, classFile, match, slot);
    listener.woven(internalName, System.nanoTime() - startNanos);
    return woven;
  }

  private Weaver weaver() {
    Weaver current = weaver;
    if (current == null) {
      current = new Weaver(agentLoader);
      weaver = current;
    }
    return current;
  }

  private void failed(String internalName, Throwable failure) {
    try {
      listener.failed(internalName, failure);
    } catch (Throwable alsoFailed) {
      // The class loads unwoven; letting this out would be swallowed by the JVM anyway.
    }
  }
}
