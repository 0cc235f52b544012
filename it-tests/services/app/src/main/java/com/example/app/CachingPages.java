package com.example.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Routes whose bodies and headers for caches are looked at. */
final class CachingPages {

  private static final int BLOCK_BYTES = 64 * 1024;
  private static final String TAG = "\"7\"";

  private CachingPages() {}

  /** So many blocks, without a length and without a flush. */
  static void download(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OutputStream out = response.getOutputStream();
    byte[] block = new byte[BLOCK_BYTES];
    for (int i = Pages.number(request, "blocks", 1); i > 0; i--) {
      out.write(block);
    }
  }

  static void upload(HttpServletRequest request, HttpServletResponse response) throws IOException {
    InputStream in = request.getInputStream();
    byte[] block = new byte[BLOCK_BYTES];
    long sum = 0;
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      sum += read;
    }
    Pages.text(response, "read " + sum);
  }

  /** Has an ETag that it asks the database for, so a revalidation saves bytes alone. */
  static void tagged(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try (Connection connection = Database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT count(*) FROM item");
    } catch (SQLException failed) {
      throw new ServletException(failed);
    }
    response.setHeader("ETag", TAG);
    response.addHeader("Cache-Control", "max-age=60");
    response.addHeader("Cache-Control", "Public");
    response.addHeader("Server-Timing", "app;dur=1");
    if (TAG.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      Pages.text(response, "tagged");
    }
  }
}
