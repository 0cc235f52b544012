package io.gnomon.benchmarks.overhead;

import java.util.List;
import java.util.Locale;

/** The figures as Markdown. */
final class Report {

  private final Options options;
  private final List<Contender> contenders;
  private final Figures figures;
  private final String machine;

  Report(Options options, List<Contender> contenders, Figures figures, String machine) {
    this.options = options;
    this.contenders = contenders;
    this.figures = figures;
    this.machine = machine;
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# What an agent adds to a service\n\n");
    text.append("Written by `benchmarks/overhead");
    text.append(options.arguments().isEmpty() ? "" : " " + options.arguments());
    text.append("`; change nothing here by hand.\n\n");
    text.append(machine).append('\n');
    agents().forEach(agent -> text.append("- ").append(exported(agent)).append('\n'));
    text.append('\n');
    table(text);
    text.append('\n').append(method());
    return text.toString();
  }

  private void table(StringBuilder text) {
    text.append("| what |");
    contenders.forEach(contender -> text.append(' ').append(contender.title()).append(" |"));
    agents().forEach(agent -> text.append(' ').append(agent.title()).append(" adds |"));
    others().forEach(other -> text.append(" Gnomon / ").append(other.title()).append(" |"));
    text.append(" goal |\n|---|");
    int columns = contenders.size() + agents().size() + others().size() + 1;
    text.append("---:|".repeat(columns)).append('\n');
    figures.figures().forEach(figure -> row(text, figure));
  }

  private List<Contender> agents() {
    return contenders.stream().filter(contender -> contender.jar() != null).toList();
  }

  private List<Contender> others() {
    return agents().stream().filter(agent -> !agent.name().equals(Contender.GNOMON)).toList();
  }

  private String exported(Contender agent) {
    return agent.title() + " exported: `" + String.join("`, `", figures.exported(agent)) + "`";
  }

  private void row(StringBuilder text, Figure figure) {
    String symbol = figure.unit().symbol();
    text.append("| ").append(figure.name()).append(symbol.isEmpty() ? "" : ", " + symbol);
    text.append(" |");
    for (Contender contender : contenders) {
      text.append(' ')
          .append(spread(figure, figures.sample(figure, contender.name())))
          .append(" |");
    }
    for (Contender agent : agents()) {
      text.append(' ').append(added(figure, agent.name())).append(" |");
    }
    for (Contender other : others()) {
      text.append(' ').append(ratio(figure, other.name())).append(" |");
    }
    text.append(' ').append(figure.goal()).append(" |\n");
  }

  private static String spread(Figure figure, Sample sample) {
    if (sample.isEmpty()) {
      return "";
    }
    String median = figure.unit().format(sample.median());
    String min = figure.unit().format(sample.min());
    String max = figure.unit().format(sample.max());
    return min.equals(max) ? median : median + " (" + min + " to " + max + ")";
  }

  private String added(Figure figure, String agent) {
    Sample sample = figures.sample(figure, agent);
    if (sample.isEmpty()) {
      return "";
    }
    String shown = figure.unit().format(difference(figure, agent));
    return isNoise(figure, agent) ? "~ " + shown : shown;
  }

  private double difference(Figure figure, String agent) {
    return figures.sample(figure, agent).minus(base(figure)).median();
  }

  private Sample base(Figure figure) {
    return figures.sample(figure, Contender.NONE);
  }

  /** Whether what is added is less than what the service without an agent varies by. */
  private boolean isNoise(Figure figure, String agent) {
    Sample base = base(figure);
    return !base.isEmpty() && Math.abs(difference(figure, agent)) < base.max() - base.min();
  }

  private String ratio(Figure figure, String other) {
    if (figures.sample(figure, Contender.GNOMON).isEmpty()
        || figures.sample(figure, other).isEmpty()
        || isNoise(figure, other)) {
      return "";
    }
    double ratio = difference(figure, Contender.GNOMON) / difference(figure, other);
    if (ratio <= 0) {
      return "≤ 0";
    }
    String sign = isNoise(figure, Contender.GNOMON) ? "~ " : "";
    return ratio > 0.5
        ? String.format(Locale.ROOT, "%s%.2f", sign, ratio)
        : String.format(Locale.ROOT, "%s1/%.1f", sign, 1 / ratio);
  }

  private String method() {
    return String.format(
        Locale.ROOT,
        """
        ## How to read it

        Median of the rounds, the smallest and the largest in brackets. What an agent adds is the
        median of the differences to the run without an agent of the same round. `~` marks a
        difference smaller than what the runs without an agent differ by among themselves; where
        that is so for the other agent there is no ratio. Goals are for OpenTelemetry's defaults.
        The list above says what each agent exported: an agent that exports no traces does less
        work than one that does, and is to be compared with the column without traces.

        Each of %d rounds starts the service anew under each contender in turn; %d more rounds only
        start it. Routes: `/hello` no query; `/one`, `/ten`, `/hundred` so many prepared queries
        (prepare, execute, read, close); `/literals` ten queries with literals never seen before.
        The first response is that of `/one`. After %d s of all routes, each route is driven for
        %d s by two clients that wait for each answer (CPU, bytes, throughput), then `/ten` at %d
        requests per second for %d s, latency counted from when a request was meant to be sent.
        Agents have default settings but for endpoint and protocol (OTLP http/protobuf to a local
        sink that takes everything), and are checked to have exported request durations.

        CPU is that of the whole process, so it holds the JIT compiler, the garbage collector and
        the agents' own threads; allocated bytes are those of all Java threads. OpenTelemetry's
        default span queue overflows at these rates, and what it drops it does not pay for: at a
        rate where it keeps all spans it costs more per request than is shown. The heap is touched
        whole at the start, so RSS differs by what lies outside of it. Client, sink and service
        share the machine's processors: throughput and latency compare contenders, nothing else.
        """,
        options.rounds(),
        options.starts(),
        options.warmUpSeconds(),
        options.seconds(),
        options.ratePerSecond(),
        options.latencySeconds());
  }
}
