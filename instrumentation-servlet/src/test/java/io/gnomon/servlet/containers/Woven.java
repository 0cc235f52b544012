package io.gnomon.servlet.containers;

import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.WeavingLoader;

/** The containers and the shop, woven. */
final class Woven {

  private Woven() {}

  static WeavingLoader by(InstrumentationModule module) {
    return new WeavingLoader(
        module,
        "shop.",
        "javax.servlet.",
        "org.apache.",
        "org.eclipse.jetty.",
        "io.undertow.",
        "org.glassfish.");
  }
}
