package com.example.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files of the application, which a web application has in its root. */
final class Documents {

  private static final String[] NAMES = {"static.txt", "page.jsp"};

  private Documents() {}

  /** A new folder with them; deleted at the end as far as nobody added to it. */
  static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("documents");
    folder.toFile().deleteOnExit();
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      try (InputStream in =
          Objects.requireNonNull(
              Documents.class.getResourceAsStream("/META-INF/resources/" + name), name)) {
        Files.copy(in, file);
      }
      file.toFile().deleteOnExit();
    }
    return folder;
  }
}
