package io.gnomon.exporter;

/** What the exporter tells of itself. Called by the export thread only. */
public interface ExportObserver {

  /**
   * A batch was sent, or could not be.
   *
   * @param signal {@code metrics}, {@code logs} or {@code traces}
   * @param outcome {@code accepted}, {@code partial}, {@code retry}, {@code rejected}, {@code
   *     not_served} or {@code unavailable}
   * @param nanos how long it took, retries included
   */
  void exported(String signal, String outcome, long nanos);

  /**
   * Data points, log records or spans were given up.
   *
   * @param signal {@code metrics}, {@code logs} or {@code traces}
   * @param count how many
   */
  void dropped(String signal, long count);
}
