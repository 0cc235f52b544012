package io.gnomon.servlet.carriers;

import io.gnomon.core.settings.Setting;
import io.gnomon.core.settings.SettingsReader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is told of a request whose trace is kept. Immutable, safe for any thread. */
public final class FactSettings {

  /** How much of a query is told. */
  public enum Query {
    /** Nothing. */
    OFF,
    /** The names of its parameters. */
    REDACTED,
    /** All but the values that sign a request. */
    FULL
  }

  /** The constants; apart from the values, so that using those needs none of these. */
  private static final class Names {

    private static final Setting<String> QUERY =
        Setting.choice(
            "gnomon.traces.query",
            "How much of a URL's query a kept trace tells: parameters with their values replaced"
                + " by REDACTED, all of it (but the values of AWSAccessKeyId, Signature, sig and"
                + " X-Goog-Signature), or nothing.",
            "redacted",
            "full",
            "off");

    private static final Setting<Boolean> CLIENT_ADDRESS =
        Setting.flag(
            "gnomon.traces.client-address",
            false,
            "Whether a kept trace tells the address of the client, which is personal data.");

    private Names() {}
  }

  private final Query query;
  private final boolean clientAddressTold;

  /**
   * Settings of these values.
   *
   * @param query how much of a query is told
   * @param clientAddressTold whether the client's address is told
   */
  public FactSettings(Query query, boolean clientAddressTold) {
    this.query = query;
    this.clientAddressTold = clientAddressTold;
  }

  /**
   * Reads the settings.
   *
   * @param reader gives the values and notes mistakes
   * @return the settings
   */
  public static FactSettings read(SettingsReader reader) {
    String query = reader.get(Names.QUERY);
    Query told = query.equals("off") ? Query.OFF : Query.REDACTED;
    return new FactSettings(
        query.equals("full") ? Query.FULL : told, reader.get(Names.CLIENT_ADDRESS));
  }

  /**
   * All settings of this type, for the catalogue.
   *
   * @return in print order
   */
  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(
        Arrays.<Setting<?>>asList(Names.QUERY, Names.CLIENT_ADDRESS));
  }

  Query query() {
    return query;
  }

  boolean clientAddressTold() {
    return clientAddressTold;
  }
}
