package io.gnomon.jdbc;

import io.gnomon.core.query.Database;
import io.gnomon.core.query.Queries;
import io.gnomon.core.query.Query;
import io.gnomon.jdbc.slots.Slots;
import io.gnomon.jdbc.text.QueryTexts;
import org.jspecify.annotations.Nullable;

/**
 * Which query a statement executes. On a connection we leave its {@link Database}; on a statement
 * its {@link Query} if it is prepared, its {@link Batch} if it has one, else its database. The
 * statement of a connection that is not known (it may be a pool's, which never counts) carries the
 * text itself until it counts. Any thread, no lock.
 */
final class StatementQueries {

  /** Stands for what was prepared or batched out of our sight. */
  private static final String UNSEEN_TEXT = "";

  private final Slots slots = new Slots();
  private final Databases databases;
  private final QueryTexts texts;

  StatementQueries(Databases databases, Queries queries) {
    this.databases = databases;
    this.texts = new QueryTexts(queries);
  }

  void connected(Object connection, String url) {
    slots.put(connection, databases.of(url));
  }

  void created(Object connection, Object statement) {
    Object database = slots.get(connection);
    if (database instanceof Database) {
      slots.put(statement, database);
    }
  }

  void prepared(Object connection, Object statement, String sql) {
    Object database = slots.get(connection);
    if (database instanceof Database) {
      slots.put(statement, texts.query((Database) database, sql));
    } else if (slots.get(statement) == null) {
      slots.put(statement, sql);
    }
  }

  void batched(Object statement, String sql, JdbcClass type) {
    Object left = slots.get(statement);
    if (!(left instanceof Batch)) {
      slots.put(statement, new Batch(texts.query(database(left, type), sql)));
    }
  }

  /**
   * What was executed.
   *
   * @param sql the text that was passed, or null if the statement had its text before
   */
  Query executed(Object statement, @Nullable String sql, JdbcClass type) {
    Object left = slots.get(statement);
    if (sql != null) {
      return texts.query(database(left, type), sql);
    }
    if (left instanceof Query) {
      return (Query) left;
    }
    if (left instanceof Batch) {
      Query first = ((Batch) left).first;
      slots.put(statement, first.database());
      return first;
    }
    if (left instanceof String) {
      Query query = texts.query(type.withoutAddress, (String) left);
      slots.put(statement, query);
      return query;
    }
    return texts.query(database(left, type), UNSEEN_TEXT);
  }

  private static Database database(@Nullable Object left, JdbcClass type) {
    if (left instanceof Database) {
      return (Database) left;
    }
    if (left instanceof Query) {
      return ((Query) left).database();
    }
    return left instanceof Batch ? ((Batch) left).first.database() : type.withoutAddress;
  }
}
