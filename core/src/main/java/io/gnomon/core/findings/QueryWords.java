package io.gnomon.core.findings;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a query is told, in the log and in an event. */
public final class QueryWords {

  /** How many characters of a query's text the log shows. */
  public static final int MAX_LOG_TEXT = 200;

  private QueryWords() {}

  /**
   * The query as a headline names it.
   *
   * @param query what ran
   * @return as {@code SELECT orders on postgresql shop}
   */
  public static String name(Query query) {
    Database database = query.database();
    String name = query.shape().summary() + " on " + database.systemName();
    return database.namespace() == null ? name : name + ' ' + database.namespace();
  }

  /**
   * The query's text, cut for the log.
   *
   * @param query what ran
   * @return at most {@link #MAX_LOG_TEXT} characters and an ellipsis
   */
  public static String cutText(Query query) {
    String text = query.shape().text();
    return text.length() <= MAX_LOG_TEXT ? text : text.substring(0, MAX_LOG_TEXT) + "...";
  }

  /**
   * What was found, as one line of the log.
   *
   * @param headline what it is
   * @param heldBack how many like it were not told
   * @param route in which request, or null
   * @param frames where, innermost first
   * @param query what ran
   * @return without control characters
   */
  public static String line(
      String headline, long heldBack, @Nullable String route, List<String> frames, Query query) {
    StringBuilder line = new StringBuilder(headline);
    if (heldBack > 0) {
      line.append(" (").append(heldBack).append(" more held back)");
    }
    if (route != null) {
      line.append(", in ").append(route);
    }
    if (!frames.isEmpty()) {
      line.append(", at ").append(frames.get(0));
    }
    return Words.oneLine(line.append(": ").append(cutText(query)));
  }

  /**
   * What an event tells of the query and of its database.
   *
   * @param query what ran
   * @return with text, summary, fingerprint and address, to be added to
   */
  public static AttributeSet.Builder attributes(Query query) {
    Database database = query.database();
    AttributeSet.Builder builder =
        AttributeSet.builder()
            .put(AttributeNames.DB_QUERY_TEXT, query.shape().text())
            .put(AttributeNames.DB_QUERY_SUMMARY, query.shape().summary())
            .put(AttributeNames.QUERY_FINGERPRINT, query.shape().fingerprintHex())
            .put(AttributeNames.DB_SYSTEM_NAME, database.systemName())
            .put(AttributeNames.DB_NAMESPACE, database.namespace())
            .put(AttributeNames.SERVER_ADDRESS, database.serverAddress());
    if (database.serverPort() != 0) {
      builder.put(AttributeNames.SERVER_PORT, database.serverPort());
    }
    return builder;
  }
}
