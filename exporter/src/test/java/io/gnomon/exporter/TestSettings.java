package io.gnomon.exporter;

import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.exporter.settings.ExportSettings;
import java.util.Map;
import java.util.Properties;

/** Settings made of pairs. */
public final class TestSettings {

  private TestSettings() {}

  public static ExportSettings of(String... pairs) {
    return ExportSettings.read(reader(pairs));
  }

  public static LayeredSettings reader(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return new LayeredSettings(properties, Map.of(), null);
  }
}
