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
  private static final String EXPECTED =
      "otel.propagators: expected tracecontext, baggage, b3, b3multi or none, not ";

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
   * Reads the settings; a name that is not known is noted and left out. If none is known, the
   * default holds: only {@code none} alone is none.
   *
   * @param source gives the values and notes mistakes
   * @return the settings
   */
  public static PropagationSettings read(LayeredSettings source) {
    List<String> names = source.get(Names.PROPAGATORS);
    if (names.size() == 1 && NONE.equalsIgnoreCase(names.get(0))) {
      return new PropagationSettings(Collections.<Propagator>emptyList());
    }
    List<Propagator> found = known(names);
    if (found.isEmpty()) {
      String given = names.isEmpty() ? "an empty list" : String.join(",", names);
      source.note(EXPECTED + given + "; using " + Names.PROPAGATORS.defaultText());
      return new PropagationSettings(known(Names.PROPAGATORS.defaultValue()));
    }
    for (String name : names) {
      if (Propagator.named(name) == null) {
        noteLeftOut(source, name);
      }
    }
    return new PropagationSettings(found);
  }

  private static List<Propagator> known(List<String> names) {
    List<Propagator> found = new ArrayList<>();
    for (String name : names) {
      Propagator propagator = Propagator.named(name);
      if (propagator != null && !found.contains(propagator)) {
        found.add(propagator);
      }
    }
    return found;
  }

  private static void noteLeftOut(LayeredSettings source, String name) {
    source.note(
        NONE.equalsIgnoreCase(name)
            ? Names.PROPAGATORS.name() + ": expected none to stand alone; it is left out here"
            : EXPECTED + name + "; it is left out");
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
