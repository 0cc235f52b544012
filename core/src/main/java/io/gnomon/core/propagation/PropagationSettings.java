package io.gnomon.core.propagation;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which headers carry traces, in and out. Immutable, safe for any thread. */
public final class PropagationSettings {

  /** The constants; apart from the values, so that using those needs none of these. */
  private static final class Names {

    private static final Setting<List<String>> PROPAGATORS =
        Setting.list(
            "otel.propagators",
            "tracecontext,baggage",
            "OpenTelemetry's: the headers that carry a trace in and out, of tracecontext, baggage,"
                + " b3, b3multi; or none.");

    private Names() {}
  }

  private static final String NONE = "none";

  private final List<Propagator> propagators;

  /**
   * Settings of these values.
   *
   * @param propagators each once, in the order in which they are asked
   */
  public PropagationSettings(List<Propagator> propagators) {
    this.propagators = Collections.unmodifiableList(new ArrayList<>(propagators));
  }

  /**
   * Reads the settings; a name that is not known is noted and left out.
   *
   * @param source gives the values and notes mistakes
   * @return the settings
   */
  public static PropagationSettings read(LayeredSettings source) {
    List<String> names = source.get(Names.PROPAGATORS);
    List<Propagator> found = new ArrayList<>();
    for (String name : names) {
      Propagator propagator = Propagator.named(name);
      if (propagator == null) {
        noteUnknown(source, name, names.size());
      } else if (!found.contains(propagator)) {
        found.add(propagator);
      }
    }
    return new PropagationSettings(found);
  }

  private static void noteUnknown(LayeredSettings source, String name, int names) {
    if (NONE.equalsIgnoreCase(name)) {
      if (names > 1) {
        source.note(
            Names.PROPAGATORS.name() + ": expected none to stand alone; it is left out here");
      }
      return;
    }
    source.note(
        Names.PROPAGATORS.name()
            + ": expected tracecontext, baggage, b3, b3multi or none, not "
            + name
            + "; it is left out");
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    return Collections.<Setting<?>>singletonList(Names.PROPAGATORS);
  }

  /**
   * {@code otel.propagators}.
   *
   * @return in the order in which they are asked, each once; empty for {@code none}
   */
  public List<Propagator> propagators() {
    return propagators;
  }

  /**
   * Whether one of them is on.
   *
   * @param propagator which
   * @return true if the setting names it
   */
  public boolean has(Propagator propagator) {
    return propagators.contains(propagator);
  }
}
