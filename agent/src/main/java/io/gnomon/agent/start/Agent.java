package io.gnomon.agent.start;

import io.gnomon.agent.logging.Logger;
import io.gnomon.bootstrap.Probes;
import io.gnomon.bootstrap.TaskProbe;
import io.gnomon.core.Core;
import io.gnomon.core.budgets.Budgets;
import io.gnomon.core.clock.Clock;
import io.gnomon.core.log.QueuedLog;
import io.gnomon.core.metrics.Instrument;
import io.gnomon.core.propagation.Injection;
import io.gnomon.core.settings.GeneralSettings;
import io.gnomon.exporter.CoreSource;
import io.gnomon.exporter.ExportMetrics;
import io.gnomon.exporter.Exporter;
import io.gnomon.http.ClientCalls;
import io.gnomon.http.HttpClientInstrumentation;
import io.gnomon.instrumentation.InstrumentationModule;
import io.gnomon.instrumentation.matching.ClassMatcher;
import io.gnomon.instrumentation.weaving.WeavingTransformer;
import io.gnomon.jdbc.JdbcCalls;
import io.gnomon.jdbc.JdbcInstrumentation;
import io.gnomon.jdbc.RowsInstrumentation;
import io.gnomon.jdbc.explain.Explainer;
import io.gnomon.jdbc.pools.LeakSettings;
import io.gnomon.jdbc.pools.PoolCalls;
import io.gnomon.jdbc.pools.PoolInstrumentation;
import io.gnomon.jvm.JvmMetrics;
import io.gnomon.logging.LogCalls;
import io.gnomon.logging.LoggingInstrumentation;
import io.gnomon.servlet.ServletCalls;
import io.gnomon.servlet.ServletInstrumentation;
import io.gnomon.servlet.carriers.Carriers;
import io.gnomon.tasks.TaskCalls;
import io.gnomon.tasks.TasksInstrumentation;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The agent, wired: the one place where all parts meet. Made once. */
final class Agent {

  private static final Instrument LINES_DROPPED =
      Instrument.number(
          Instrument.Kind.COUNTER,
          "gnomon.agent.log.lines_dropped",
          "{line}",
          "Lines of the agent's log that were dropped because too many waited.");

  private final GeneralSettings general;
  private final AgentSettings settings;
  private final QueuedLog log;
  private final Core core;
  private final JvmMetrics jvm;
  private final Exporter exporter;
  private final Budgets budgets;

  /** What the worker runs besides, each time. */
  private final List<Runnable> rounds = new ArrayList<>();

  Agent(GeneralSettings general, AgentSettings settings, QueuedLog log) {
    this.general = general;
    this.settings = settings;
    this.log = log;
    this.core = new Core(Clock.SYSTEM, log, settings.core(), settings.traces());
    core.metrics().observe(LINES_DROPPED, new DroppedLines(log));
    this.budgets = core.hold(settings.budgets());
    this.jvm = new JvmMetrics(core.metrics(), core.failures(), log);
    if (!general.jvmEnabled()) {
      jvm.close();
    }
    this.exporter =
        new Exporter(
            settings.export(),
            new CoreSource(core.metrics(), core.events(), core.traces(), jvm),
            new JarGrpcLoader(),
            Version.text(),
            Clock.SYSTEM,
            log,
            core.failures(),
            new ExportMetrics(core.metrics()));
  }

  /**
   * Attaches: handlers first, then transformers, then threads.
   *
   * @param instrumentation the JVM's
   * @param running whether classes are loaded already that are to be woven
   */
  void attach(Instrumentation instrumentation, boolean running) {
    List<InstrumentationModule> modules = install();
    ClassMatcher matcher = new ClassMatcher(modules);
    ClassLoader loader = Agent.class.getClassLoader();
    WeavingMetrics weaving = new WeavingMetrics(core.metrics(), core.failures());
    instrumentation.addTransformer(WeavingTransformer.atLoad(matcher, loader, weaving), false);
    LoadedClasses.weave(
        instrumentation,
        matcher,
        WeavingTransformer.ofLoaded(matcher, loader, weaving),
        running,
        core.failures());
    startThreads();
    log.info(StartLine.of(Version.text(), modules, settings.export()));
  }

  /** Puts the handlers behind the probes of every instrumentation that is switched on. */
  private List<InstrumentationModule> install() {
    Probes.countAdviceFailures(new AdviceFailures(core.failures()));
    List<InstrumentationModule> modules = new ArrayList<>();
    if (general.jdbcEnabled()) {
      Probes.install(new JdbcCalls(core, settings.jdbc()));
      modules.add(new JdbcInstrumentation());
      if (settings.jdbc().rowsEnabled()) {
        modules.add(new RowsInstrumentation());
      }
      if (settings.jdbc().poolsEnabled()) {
        modules.add(installPools());
      }
      if (settings.jdbc().explainEnabled()) {
        installExplainer();
      }
    }
    if (general.servletEnabled()) {
      core.tellErrors(settings.errors());
      if (settings.servlet().cachingEnabled()) {
        core.tellCaching();
      }
      Probes.install(
          new ServletCalls(
              core.requests(), core.metrics(), core.failures(), settings.servlet(), carriers()));
      modules.add(new ServletInstrumentation());
    }
    if (general.httpClientEnabled()) {
      Injection injection =
          new Injection(settings.propagation(), core.traces(), !settings.traces().isNone());
      Probes.install(new ClientCalls(core, injection, Clock.SYSTEM));
      modules.add(new HttpClientInstrumentation());
    }
    if (general.tasksEnabled()) {
      modules.add(installTasks());
    }
    if (settings.logging().mdc()) {
      Probes.install(new LogCalls(core.traces(), core.failures()));
      modules.add(new LoggingInstrumentation());
    }
    return modules;
  }

  private InstrumentationModule installTasks() {
    TaskCalls calls = new TaskCalls(core);
    Probes.install(calls);
    TaskProbe.prepare();
    rounds.add(calls.round());
    return new TasksInstrumentation();
  }

  /**
   * What requests tell of traces. If none is kept, what came from upstream goes on all the same,
   * unless no header carries it.
   */
  private @Nullable Carriers carriers() {
    return settings.traces().isNone() && settings.propagation().propagators().isEmpty()
        ? null
        : new Carriers(
            settings.propagation(), settings.servlet().facts(), core.metrics(), core.failures());
  }

  private InstrumentationModule installPools() {
    PoolCalls calls = new PoolCalls(core, new LeakSettings(settings.jdbc(), settings.core(), log));
    Probes.install(calls);
    rounds.add(calls.leakWatch());
    return new PoolInstrumentation();
  }

  private void installExplainer() {
    Explainer explainer = new Explainer(core, settings.jdbc().explainIntervalNanos(), Clock.SYSTEM);
    core.slowQueries().explainWith(explainer);
    rounds.add(explainer.round());
    rounds.add(core.slowQueries().round());
  }

  private void startThreads() {
    Logger.sendTo(log);
    if (!budgets.isEmpty()) {
      rounds.add(budgets.round());
    }
    if (!settings.traces().isNone()) {
      rounds.add(core.traces().round(Clock.SYSTEM));
    }
    BudgetReporting reporting = settings.budgetReport().isEmpty() ? null : reporting();
    Worker worker = new Worker(settings, core.metrics(), log, core.failures(), rounds);
    worker.start();
    exporter.start();
    ShutdownHook hook =
        new ShutdownHook(
            core, budgets, reporting, exporter, jvm, worker, general.shutdownTimeoutNanos());
    Runtime.getRuntime().addShutdownHook(AgentThread.of("gnomon-shutdown", hook));
  }

  private BudgetReporting reporting() {
    BudgetReporting reporting = BudgetReporting.of(budgets, settings, core, log);
    rounds.add(reporting);
    return reporting;
  }

  private static final class DroppedLines implements LongSupplier {

    private final QueuedLog log;

    DroppedLines(QueuedLog log) {
      this.log = log;
    }

    @Override
    public long getAsLong() {
      return log.droppedLines();
    }
  }
}
