package io.gnomon.core.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind the jar in {@code -javaagent:gnomon-agent.jar=key=value,key2=value2}. A piece
 * that does not begin with the name of a setting continues the value before it, as in {@code
 * otel.resource.attributes=a=1,b=2}. Not thread-safe.
 */
final class AgentArguments {

  private final Map<String, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private String last = "";

  AgentArguments(String text) {
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      piece(text.substring(start, end));
      start = end + 1;
    }
  }

  private void piece(String piece) {
    int equals = piece.indexOf('=');
    String name = equals < 0 ? "" : piece.substring(0, equals).trim();
    if (name.startsWith("gnomon.") || name.startsWith("otel.")) {
      last = name;
      values.put(name, piece.substring(equals + 1));
    } else if (!last.isEmpty()) {
      values.put(last, values.get(last) + "," + piece);
    } else if (!piece.trim().isEmpty()) {
      problems.add(
          "agent argument "
              + Masking.oneLine(name.isEmpty() ? Masking.MASK : name)
              + ": expected gnomon.name=value,otel.name=value; it is left out");
    }
  }

  /** The values by name. */
  Map<String, String> values() {
    return values;
  }

  /** What is wrong, as lines. */
  List<String> problems() {
    return problems;
  }
}
