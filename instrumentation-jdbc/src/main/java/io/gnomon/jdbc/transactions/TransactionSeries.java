package io.gnomon.jdbc.transactions;

import io.gnomon.core.attributes.AttributeNames;
import io.gnomon.core.attributes.AttributeSet;
import io.gnomon.core.metrics.Timing;
import io.gnomon.core.metrics.TimingFamily;
import io.gnomon.core.query.Database;
import io.gnomon.core.query.QuerySeries;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The series of one database's transactions. For any thread; allocates only for what fails. A
 * handle costs no series before something is recorded through it.
 */
final class TransactionSeries {

  private final Transactions instruments;
  private final Database database;
  private final Map<TransactionCall, Timing> calls;
  private final Map<TransactionCall, Timing> durations;
  private final Map<TransactionCall, Timing> queries;

  TransactionSeries(Transactions instruments, Database database) {
    this.instruments = instruments;
    this.database = database;
    this.calls = handles(instruments.calls, AttributeNames.TRANSACTION_OPERATION);
    this.durations = handles(instruments.durations, AttributeNames.TRANSACTION_OUTCOME);
    this.queries = handles(instruments.queries, AttributeNames.TRANSACTION_OUTCOME);
  }

  private Map<TransactionCall, Timing> handles(TimingFamily family, String name) {
    Map<TransactionCall, Timing> handles = new EnumMap<>(TransactionCall.class);
    for (TransactionCall call : TransactionCall.values()) {
      handles.put(call, family.series(attributes(name, call, null)));
    }
    return handles;
  }

  private AttributeSet attributes(String name, TransactionCall call, @Nullable String errorType) {
    return QuerySeries.placeAttributes(database)
        .put(name, call.text())
        .put(AttributeNames.ERROR_TYPE, errorType)
        .build();
  }

  void called(TransactionCall call, long nanos, @Nullable String errorType) {
    String name = AttributeNames.TRANSACTION_OPERATION;
    handle(calls, instruments.calls, name, call, errorType).record(nanos);
  }

  void ended(TransactionCall outcome, long nanos, int queryCount, @Nullable String errorType) {
    String name = AttributeNames.TRANSACTION_OUTCOME;
    handle(durations, instruments.durations, name, outcome, errorType).record(nanos);
    handle(queries, instruments.queries, name, outcome, errorType).record(queryCount);
  }

  private Timing handle(
      Map<TransactionCall, Timing> handles,
      TimingFamily family,
      String name,
      TransactionCall call,
      @Nullable String errorType) {
    Timing known = errorType == null ? handles.get(call) : null;
    return known != null ? known : family.series(attributes(name, call, errorType));
  }
}
