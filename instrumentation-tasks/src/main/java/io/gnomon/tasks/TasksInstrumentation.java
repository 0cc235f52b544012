package io.gnomon.tasks;

import io.gnomon.bootstrap.TaskProbe;
import io.gnomon.instrumentation.CallRule;
import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.MethodRule;
import io.gnomon.instrumentation.TypeRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where tasks are handed over and where they run, in the JDK from 8 to 25, each at the narrowest
 * place that all ways go through; and {@code AsyncContext.start} of Tomcat, Jetty and Undertow.
 */
public final class TasksInstrumentation implements InstrumentationModule {

  private static final String ADVICE = "io.gnomon.tasks.advice.";
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String FORK_JOIN_TASK = "(Ljava/util/concurrent/ForkJoinTask;";
  private static final String RUNNABLE = "(Ljava/lang/Runnable;)V";
  private static final String CONTAINER = "(Ljdk/internal/vm/ThreadContainer;)V";

  private final List<TypeRule> rules;

  /** Immutable. */
  public TasksInstrumentation() {
    this.rules =
        Collections.unmodifiableList(
            Arrays.asList(
                threadPool(),
                scheduledPool(),
                forkJoinPool(),
                forkJoinQueue(),
                forkJoinTask(),
                delayedTask(),
                asyncStep(),
                step(),
                thread(),
                virtualThread(),
                jettyPool(),
                asyncContext()));
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public List<TypeRule> rules() {
    return rules;
  }

  private static TypeRule ofJdk(String className, MethodRule... methods) {
    return TypeRule.ofJdk(Collections.singletonList(className), methods);
  }

  private static TypeRule threadPool() {
    return ofJdk(
        CONCURRENT + "ThreadPoolExecutor",
        MethodRule.exact("execute", RUNNABLE, ADVICE + "SubmitAdvice"),
        MethodRule.exact("reject", RUNNABLE, ADVICE + "RefuseAdvice"),
        MethodRule.replacing(
            "runWorker",
            "(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V",
            CallRule.of("java/lang/Runnable", "run", "()V", TaskProbe.class)),
        MethodRule.exact("addWorker", "(Ljava/lang/Runnable;Z)Z", ADVICE + "HireAdvice"));
  }

  private static TypeRule scheduledPool() {
    return ofJdk(
        CONCURRENT + "ScheduledThreadPoolExecutor",
        MethodRule.exact(
            "delayedExecute",
            "(Ljava/util/concurrent/RunnableScheduledFuture;)V",
            ADVICE + "ScheduleAdvice"));
  }

  private static TypeRule forkJoinPool() {
    return ofJdk(
        CONCURRENT + "ForkJoinPool",
        MethodRule.exact("externalPush", FORK_JOIN_TASK + ")V", ADVICE + "SubmitAdvice"));
  }

  private static TypeRule forkJoinQueue() {
    String pool = "Ljava/util/concurrent/ForkJoinPool;";
    return ofJdk(
        CONCURRENT + "ForkJoinPool$WorkQueue",
        MethodRule.exact("push", FORK_JOIN_TASK + ")V", ADVICE + "SubmitAdvice"),
        MethodRule.between("push", FORK_JOIN_TASK + pool, ")V", ADVICE + "PushAdvice"));
  }

  private static TypeRule forkJoinTask() {
    return ofJdk(
        CONCURRENT + "ForkJoinTask",
        MethodRule.exact("doExec", "()I", ADVICE + "ExecAdvice"),
        MethodRule.exact("doExec", "()V", ADVICE + "ExecAdvice"));
  }

  private static TypeRule delayedTask() {
    return ofJdk(
        CONCURRENT + "DelayScheduler$ScheduledForkJoinTask",
        MethodRule.between("<init>", "(JJZ", ")V", ADVICE + "DelayAdvice"));
  }

  private static TypeRule asyncStep() {
    return ofJdk(
        CONCURRENT + "CompletableFuture$UniCompletion",
        MethodRule.between(
            "<init>", "(Ljava/util/concurrent/Executor;", ")V", ADVICE + "AsyncStepAdvice"));
  }

  /** By this it runs wherever an executor has no place of ours, as one that starts threads. */
  private static TypeRule step() {
    return ofJdk(
        CONCURRENT + "CompletableFuture$Completion",
        MethodRule.exact("run", "()V", ADVICE + "ExecAdvice"));
  }

  private static TypeRule thread() {
    return ofJdk(
        "java/lang/Thread",
        MethodRule.exact("start", "()V", ADVICE + "StartAdvice"),
        MethodRule.exact("start", CONTAINER, ADVICE + "StartAdvice"));
  }

  private static TypeRule virtualThread() {
    return ofJdk(
        "java/lang/VirtualThread", MethodRule.exact("start", CONTAINER, ADVICE + "StartAdvice"));
  }

  /** Its threads are plain ones; those of Tomcat and JBoss are known by their class. */
  private static TypeRule jettyPool() {
    return TypeRule.named(
        Collections.singletonList("org/eclipse/jetty/util/thread/QueuedThreadPool"),
        false,
        MethodRule.exact("startThread", "()V", ADVICE + "HireAdvice"));
  }

  private static TypeRule asyncContext() {
    return TypeRule.named(
        Arrays.asList(
            "org/apache/catalina/core/AsyncContextImpl",
            "org/eclipse/jetty/server/AsyncContextState",
            "org/eclipse/jetty/ee8/nested/AsyncContextState",
            "org/eclipse/jetty/ee9/nested/AsyncContextState",
            "org/eclipse/jetty/ee10/servlet/AsyncContextState",
            "org/eclipse/jetty/ee11/servlet/AsyncContextState",
            "io/undertow/servlet/spec/AsyncContextImpl"),
        false,
        MethodRule.exact("start", RUNNABLE, ADVICE + "AsyncContextAdvice"));
  }
}
