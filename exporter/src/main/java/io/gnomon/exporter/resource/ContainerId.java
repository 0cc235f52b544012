package io.gnomon.exporter.resource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/**
 * The id of the container that the process runs in: 64 hexadecimal digits in a path of its control
 * group (version 1) or of a file that the runtime mounts into it (version 2).
 */
final class ContainerId {

  private static final int ID_LENGTH = 64;
  private static final int MAX_LINES = 2_000;

  private ContainerId() {}

  static @Nullable String find() {
    String id = in(Paths.get("/proc/self/cgroup"), "/");
    return id == null ? in(Paths.get("/proc/self/mountinfo"), "/containers/") : id;
  }

  /**
   * Looks for an id.
   *
   * @param file whose lines to look at
   * @param before what a line must hold before the id
   * @return null if there is none or the file can't be read
   */
  static @Nullable String in(Path file, String before) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      for (int lines = 0; line != null && lines < MAX_LINES; lines++) {
        int start = line.indexOf(before);
        String id = start < 0 ? null : idAfter(line, start + before.length());
        if (id != null) {
          return id;
        }
        line = reader.readLine();
      }
    } catch (IOException e) {
      return null;
    }
    return null;
  }

  private static @Nullable String idAfter(String line, int start) {
    int digits = 0;
    for (int i = start; i <= line.length(); i++) {
      if (i < line.length() && isHex(line.charAt(i))) {
        digits++;
      } else if (digits == ID_LENGTH) {
        return line.substring(i - ID_LENGTH, i);
      } else {
        digits = 0;
      }
    }
    return null;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
