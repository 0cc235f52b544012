package io.gnomon.jdbc.text;

import io.gnomon.core.query.Database;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.core.query.QueryShape;
import io.gnomon.jdbc.digest.SqlDialect;
import io.gnomon.jdbc.digest.SqlDigester;

/**
 * The query that a text is. Texts are kept in two caches, so that what is retained is bounded: at
 * most {@link #SHORT_TEXTS} of up to {@link #SHORT_CHARS} characters and {@link #LONG_TEXTS} of up
 * to {@link #LONG_CHARS}, that is 2 MB and 4 MB (twice that for texts outside Latin-1). Longer ones
 * are digested each time.
 *
 * <p>Any thread, no lock. A text in the cache costs no allocation; another one costs a digest and
 * an entry, and a shape only if it is new.
 */
public final class QueryTexts {

  /** For a statement that was prepared before the agent came, and for a text of comments alone. */
  static final String UNKNOWN_SUMMARY = "unknown";

  /** What the semantic conventions call a batch of different statements. */
  static final String MIXED_SUMMARY = "BATCH";

  /** How many short texts are kept. */
  public static final int SHORT_TEXTS = 2_048;

  /** The longest short text, in characters. */
  public static final int SHORT_CHARS = 1_024;

  /** How many long texts are kept. */
  public static final int LONG_TEXTS = 128;

  /** The longest text that is kept, in characters. */
  public static final int LONG_CHARS = 32 * 1_024;

  private final Queries queries;
  private final TextCache shortTexts = new TextCache(SHORT_TEXTS);
  private final TextCache longTexts = new TextCache(LONG_TEXTS);
  private final Digesters digesters = new Digesters();

  /**
   * Nothing cached.
   *
   * @param queries who makes queries
   */
  public QueryTexts(Queries queries) {
    this.queries = queries;
  }

  /**
   * What a text is on a database.
   *
   * @param database where it runs
   * @param text as the application wrote it
   * @return its query
   */
  public Query query(Database database, String text) {
    if (text.length() > LONG_CHARS) {
      return digest(database, text);
    }
    TextCache cache = text.length() <= SHORT_CHARS ? shortTexts : longTexts;
    Query known = cache.get(database, text);
    if (known != null) {
      return known;
    }
    Query query = digest(database, text);
    cache.put(database, text, query);
    return query;
  }

  /**
   * What a batch of different statements is: {@code BATCH}, with the text of each. Allocates.
   *
   * @param queries what its statements are, each once; two or more, on one database
   * @return its query
   */
  public Query mixed(Query[] queries) {
    Database database = queries[0].database();
    StringBuilder text = new StringBuilder();
    for (Query query : queries) {
      String next = query.shape().text();
      if (text.length() + next.length() > SqlDigester.MAX_TEXT_CHARS) {
        break;
      }
      text.append(text.length() == 0 ? "" : "; ").append(next);
    }
    String joined = text.toString();
    long fingerprint = SqlDigester.fingerprint(joined, database.systemName());
    Query known = this.queries.find(database, fingerprint);
    return known != null
        ? known
        : this.queries.query(database, new QueryShape(fingerprint, joined, MIXED_SUMMARY));
  }

  private Query digest(Database database, String text) {
    SqlDigester digester = digesters.borrow();
    String system = database.systemName();
    digester.digest(text, SqlDialect.of(system), system);
    Query query = queries.find(database, digester.fingerprint());
    if (query == null) {
      query = queries.query(database, shape(digester));
    }
    digesters.giveBack(digester);
    return query;
  }

  private static QueryShape shape(SqlDigester digester) {
    String summary = digester.summary();
    return new QueryShape(
        digester.fingerprint(),
        digester.text(),
        summary.isEmpty() ? UNKNOWN_SUMMARY : summary,
        digester.procedure());
  }
}
