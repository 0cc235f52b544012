package io.gnomon.agent.start;

import io.gnomon.exporter.settings.ExportSettings;
import io.gnomon.exporter.settings.SignalSettings;
import io.gnomon.instrumentation.InstrumentationModule;
import java.util.List;

/** The one line that the agent says when it is attached. */
final class StartLine {

  private StartLine() {}

  static String of(String version, List<InstrumentationModule> modules, ExportSettings export) {
    StringBuilder line = new StringBuilder("Gnomon ").append(version).append(" times ");
    if (modules.isEmpty()) {
      line.append("nothing");
    }
    for (int i = 0; i < modules.size(); i++) {
      line.append(i == 0 ? "" : ", ").append(modules.get(i).name());
    }
    line.append("; exports ");
    destination(line, export.metrics());
    destination(line.append(", "), export.logs());
    return destination(line.append(", "), export.traces()).toString();
  }

  private static StringBuilder destination(StringBuilder line, SignalSettings signal) {
    if (!signal.exported()) {
      return line.append("no ").append(signal.signal());
    }
    return line.append(signal.signal())
        .append(" to ")
        .append(signal.printableEndpoint())
        .append(signal.grpc() ? " (grpc)" : " (http/protobuf)");
  }
}
