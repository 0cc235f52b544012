package shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Pages whose bodies and headers are looked at. */
final class Transfers {

  private static final int BLOCK_BYTES = 10_000;

  private Transfers() {}

  static void serve(HttpServletRequest request, HttpServletResponse response, String page)
      throws IOException {
    switch (page) {
      case "/download" -> download(request, response);
      case "/upload" -> response.getWriter().write("read " + read(request.getInputStream()));
      case "/cached" -> cached(request, response);
      default -> flushed(response);
    }
  }

  /** As many blocks as asked for, of no announced length. */
  private static void download(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OutputStream out = response.getOutputStream();
    byte[] block = new byte[BLOCK_BYTES];
    for (int i = Integer.parseInt(request.getParameter("blocks")); i > 0; i--) {
      out.write(block);
    }
  }

  private static long read(InputStream in) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    long sum = 0;
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      sum += read;
    }
    return sum;
  }

  /** Answers with the headers that the parameters ask for, and 304 where it is asked for. */
  private static void cached(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getParameter("etag") != null) {
      response.setHeader("ETag", "\"1\"");
    }
    if (request.getParameter("modified") != null) {
      response.setDateHeader("Last-Modified", 1_700_000_000_000L);
    }
    String[] lines = request.getParameterValues("control");
    for (int i = 0; lines != null && i < lines.length; i++) {
      response.addHeader("Cache-Control", lines[i]);
    }
    if (request.getParameter("timing") != null) {
      response.addHeader("Server-Timing", "own;dur=1");
    }
    if (request.getParameter("unchanged") != null) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      response.getWriter().write("fresh");
    }
  }

  /** Is committed before it is done, and says more after that. */
  private static void flushed(HttpServletResponse response) throws IOException {
    response.getWriter().write("half");
    response.flushBuffer();
    response.setHeader("ETag", "\"too late\"");
    response.getWriter().write("done");
  }
}
