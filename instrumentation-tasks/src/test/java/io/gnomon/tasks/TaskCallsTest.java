package io.gnomon.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gnomon.bootstrap.Probes;
import io.gnomon.bootstrap.TaskProbe;
import io.gnomon.core.Core;
import io.gnomon.core.request.RequestRecord;
import io.gnomon.core.request.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskCallsTest {

  private static final int SPAN = 7;

  private final Core core = Cores.quiet();
  private final TaskCalls calls = new TaskCalls(core);
  private final ThreadState thread = ThreadState.current();

  @AfterEach
  void leave() {
    thread.request(null);
    ThreadState.tellOfNew(null);
  }

  private RequestRecord enter() {
    RequestRecord record = core.requests().start("GET", "http");
    thread.request(record);
    thread.span(SPAN);
    return record;
  }

  private void end(RequestRecord record) {
    core.requests().end(record, record.generation(), 200, null);
  }

  @Test
  void aTaskRunsForTheRequestAndTheSpanItWasHandedOverIn() {
    Object task = new Object();
    RequestRecord record = enter();
    calls.submitted(task);
    thread.request(null);

    assertThat(calls.areUnderWay()).isTrue();
    Object token = calls.started(task);
    assertThat(thread.request()).isSameAs(record);
    assertThat(thread.generation()).isEqualTo(record.generation());
    assertThat(thread.span()).isEqualTo(SPAN);
    assertThat(thread.inTask()).isTrue();

    calls.ended(token);
    assertThat(thread.request()).isNull();
    assertThat(thread.inTask()).isFalse();
    assertThat(calls.areUnderWay()).isFalse();
  }

  @Test
  void aTaskHandedOverOutsideRequestsRunsForNone() {
    Object task = new Object();
    calls.submitted(task);

    assertThat(calls.areUnderWay()).isFalse();
    assertThat(calls.started(task)).isNull();
  }

  @Test
  void aTaskThatStartsWhenItsRequestHasEndedRunsForNone() {
    Object task = new Object();
    RequestRecord record = enter();
    calls.submitted(task);
    thread.request(null);
    end(record);

    assertThat(calls.started(task)).isNull();
    assertThat(thread.request()).isNull();
    assertThat(core.requests().lateWrites()).isZero();
  }

  @Test
  void handingOverAfterTheEndIsNoLateWrite() {
    RequestRecord record = enter();
    end(record);

    calls.submitted(new Object());
    calls.starting(new Thread());

    assertThat(calls.hiring()).isFalse();
    assertThat(calls.areUnderWay()).isFalse();
    assertThat(core.requests().lateWrites()).isZero();
  }

  @Test
  void whoTakesUpATaskInAnotherRequestIsInThatOneAgainAfterwards() {
    Object task = new Object();
    RequestRecord first = enter();
    calls.submitted(task);
    RequestRecord second = enter();

    Object token = calls.started(task);
    assertThat(thread.request()).isSameAs(first);
    calls.ended(token);

    assertThat(thread.request()).isSameAs(second);
    assertThat(thread.span()).isEqualTo(SPAN);
    assertThat(thread.inTask()).isFalse();
  }

  @Test
  void aRequestThatEndsMeanwhileIsNotGoneBackTo() {
    Object task = new Object();
    enter();
    calls.submitted(task);
    RequestRecord second = enter();
    Object token = calls.started(task);
    end(second);
    RequestRecord third = core.requests().start("GET", "http");
    assertThat(third).as("the record is used again").isSameAs(second);

    calls.ended(token);

    assertThat(thread.request()).isNull();
  }

  @Test
  void aTaskThatIsRefusedIsNotUnderWay() {
    Object task = new Object();
    RequestRecord first = enter();
    calls.submitted(task);
    enter();
    calls.submitted(task);
    calls.refused(task);
    thread.request(null);
    calls.refused(task);

    Object token = calls.started(task);
    assertThat(thread.request()).as("whose task was not refused").isSameAs(first);
    calls.ended(token);
    assertThat(calls.areUnderWay()).isFalse();
  }

  @Test
  void aStepThatIsDueBelongsToWhoMadeItIfAnybody() {
    List<Runnable> handedOver = new ArrayList<>();
    CompletableFuture<Object> begun = new CompletableFuture<>();
    begun.thenRunAsync(() -> {}, handedOver::add);
    enter();
    begun.complete("");

    calls.submitted(handedOver.get(0));
    assertThat(calls.areUnderWay()).as("made outside requests").isFalse();

    begun.thenRunAsync(() -> {}, handedOver::add);
    calls.submitted(handedOver.get(1));
    assertThat(calls.areUnderWay()).as("made in the request, with nothing to wait for").isTrue();
  }

  @Test
  void anAsynchronousStepBelongsToWhoAddedIt() {
    ForkJoinTask<?> step = ForkJoinTask.adapt(() -> {});
    RequestRecord first = enter();
    calls.submitted(step);
    enter();
    calls.submitted(step);
    thread.request(null);

    Object token = calls.started(step);
    assertThat(thread.request()).isSameAs(first);
    calls.ended(token);
    assertThat(calls.areUnderWay()).isFalse();
  }

  private @Nullable RequestRecord requestIn(Thread started, AtomicReference<RequestRecord> seen)
      throws InterruptedException {
    calls.starting(started);
    started.start();
    started.join();
    return seen.get();
  }

  private static Runnable noting(AtomicReference<RequestRecord> seen) {
    return () -> seen.set(ThreadState.current().request());
  }

  @Test
  void aThreadWorksForTheRequestItWasStartedIn() throws Exception {
    RequestRecord record = enter();
    AtomicReference<RequestRecord> seen = new AtomicReference<>();

    assertThat(requestIn(new Thread(noting(seen)), seen)).isSameAs(record);
  }

  @Test
  void aThreadThatOnlyHandsATaskOnPassesItsRequestOn() throws Exception {
    RequestRecord record = enter();
    Object task = new Object();
    requestIn(new Thread(() -> calls.submitted(task)), new AtomicReference<>());
    thread.request(null);

    Object token = calls.started(task);
    assertThat(thread.request()).isSameAs(record);
    calls.ended(token);
  }

  @Test
  void aThreadOfAPoolWorksForNoRequest() throws Exception {
    enter();
    AtomicReference<RequestRecord> seen = new AtomicReference<>();

    assertThat(calls.hiring()).isTrue();
    assertThat(calls.hiring()).as("once is enough").isFalse();
    assertThat(requestIn(new Thread(noting(seen)), seen)).isNull();
    calls.hired();
    assertThat(requestIn(new Thread(noting(seen)), seen)).isNotNull();
    assertThat(PoolThreads.isOne(new Worker())).isTrue();
  }

  private static final class Worker extends ForkJoinWorkerThread {
    Worker() {
      super(ForkJoinPool.commonPool());
    }
  }

  @Test
  void aTaskThatNobodyLooksForIsWrapped() {
    Runnable outside = () -> {};
    assertThat(calls.carried(outside)).isSameAs(outside);

    RequestRecord record = enter();
    AtomicReference<RequestRecord> seen = new AtomicReference<>();
    Runnable carried = calls.carried(noting(seen));
    thread.request(null);
    carried.run();

    assertThat(seen.get()).isSameAs(record);
    assertThat(thread.request()).isNull();
  }

  @Test
  void whatIsRehearsedLeavesNothingBehind() {
    calls.rehearse();

    assertThat(thread.inRequest()).isFalse();
    assertThat(thread.hiring()).isFalse();
    assertThat(calls.areUnderWay()).isFalse();
    assertThat(core.requests().active()).isZero();
  }

  @Test
  void theProbeLetsOutWhatTheTaskThrowsAndNothingOfOurs() {
    Probes.install(calls);
    RequestRecord record = enter();
    IllegalStateException failure = new IllegalStateException("the task fails");
    AtomicReference<RequestRecord> seen = new AtomicReference<>();
    Runnable task =
        () -> {
          seen.set(ThreadState.current().request());
          throw failure;
        };
    TaskProbe.submitted(task);
    thread.request(null);

    assertThatThrownBy(() -> TaskProbe.run(task)).isSameAs(failure);

    assertThat(seen.get()).isSameAs(record);
    assertThat(thread.request()).isNull();
  }
}
