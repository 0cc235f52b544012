package io.gnomon.core.request;

import java.lang.ref.WeakReference;

/**
 * A guess at which thread comes next, for objects that may outlive it: does not hold its state. See
 * {@link ThreadState#current(ThreadHint)}.
 */
public final class ThreadHint extends WeakReference<ThreadState> {

  ThreadHint(ThreadState state) {
    super(state);
  }
}
