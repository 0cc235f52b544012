package io.gnomon.agent.start;

import io.gnomon.agent.report.CheckCommand;
import io.gnomon.core.log.LogSettings;
import io.gnomon.core.settings.GeneralSettings;
import io.gnomon.core.settings.LayeredSettings;
import io.gnomon.core.settings.SettingsTable;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** What {@code java -jar gnomon-agent.jar COMMAND} answers. */
public final class CommandLine {

  private static final String USAGE =
      "usage: java -javaagent:gnomon-agent.jar ...    attach to a service\n"
          + "       java -jar gnomon-agent.jar settings     print every setting\n"
          + "       java -jar gnomon-agent.jar settings --markdown   the README's table\n"
          + "       java -jar gnomon-agent.jar check [--allow-unused] FILE   print a budget report,"
          + " fail if a budget broke\n"
          + "       java -jar gnomon-agent.jar version      print the version\n";

  private CommandLine() {}

  /**
   * Runs a command and ends the JVM: 0 if it is done, 1 if a setting is wrong or a budget broke, 2
   * if there is no such command or no report.
   *
   * @param arguments the command
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    System.exit(run(arguments, LayeredSettings.ofProcess(null), System.out, System.err));
  }

  static int run(String[] arguments, LayeredSettings settings, PrintStream out, PrintStream err) {
    if (arguments.length > 0 && arguments[0].equals(CheckCommand.NAME)) {
      return CheckCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length), out, err);
    }
    String command = String.join(" ", arguments);
    if (command.equals("settings")) {
      return settings(settings, out, err);
    }
    if (command.equals("settings --markdown")) {
      out.print(new SettingsTable(AgentSettings.catalog()).markdown());
      return 0;
    }
    if (command.equals("version")) {
      out.println(Version.text());
      return 0;
    }
    err.print(USAGE);
    return 2;
  }

  private static int settings(LayeredSettings settings, PrintStream out, PrintStream err) {
    out.print(new SettingsTable(AgentSettings.catalog(settings)).text(settings));
    GeneralSettings.read(settings);
    LogSettings.read(settings);
    List<String> problems = new AgentSettings(settings).problems();
    for (String problem : problems) {
      err.println(problem);
    }
    return problems.isEmpty() ? 0 : 1;
  }
}
