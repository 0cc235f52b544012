package io.gnomon.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Tomcat as its distribution comes, with a base of its own, started by its own script, the agent
 * attached as the README says. Listens on a free port of the loopback interface alone.
 */
public final class StandaloneTomcat implements Launcher {

  private static final Pattern STARTS =
      Pattern.compile(".*Starting ProtocolHandler \\[\"http-nio-.*-(\\d+)\"].*");

  private static final String USERS =
      """
      <tomcat-users>
        <role rolename="manager-script"/>
        <user username="%1$s" password="%1$s" roles="manager-script"/>
      </tomcat-users>
      """;

  private static final String MANAGER =
      "<Context docBase=\"${catalina.home}/webapps/manager\" privileged=\"true\"/>\n";

  private final String version;
  private final Map<String, Path> wars = new LinkedHashMap<>();
  private String managerUser = "";

  private StandaloneTomcat(String version) {
    this.version = version;
  }

  /**
   * A Tomcat without any application.
   *
   * @param version as {@code 9} or {@code 10.1}
   * @return to be given to {@link ServiceBuilder#of(StandaloneTomcat)}
   */
  public static StandaloneTomcat of(String version) {
    return new StandaloneTomcat(version);
  }

  /**
   * Those that the build has unpacked: two, or all with the Maven profile {@code containers}.
   *
   * @return as for {@link #of}
   */
  public static List<String> versions() {
    return Boolean.getBoolean("gnomon.it.every-tomcat")
        ? List.of("8.5", "9", "10.1", "11")
        : List.of("9", "11");
  }

  /**
   * The application, built for what this Tomcat takes.
   *
   * @return its archive
   */
  public Path applicationWar() {
    boolean javax = version.equals("9") || version.equals("8.5");
    return Build.services().resolve(javax ? "war" : "war-jakarta").resolve("target/shop.war");
  }

  /**
   * Lays an archive into {@code webapps}.
   *
   * @param name {@code shop} for the path {@code /shop}, {@code ROOT} for the root
   * @param war the archive
   * @return this
   */
  public StandaloneTomcat deploying(String name, Path war) {
    wars.put(name, war);
    return this;
  }

  /**
   * Opens the manager's text interface.
   *
   * @param user who may use it; the password is the same
   * @return this
   */
  public StandaloneTomcat managedBy(String user) {
    managerUser = user;
    return this;
  }

  @Override
  public void prepare(ProcessBuilder process, Jdk jdk, List<String> options) throws IOException {
    Path home = home();
    Path base = Files.createTempDirectory("tomcat-base");
    for (String folder : List.of("bin", "logs", "temp", "webapps", "work")) {
      Files.createDirectory(base.resolve(folder));
    }
    configure(home.resolve("conf"), base.resolve("conf"));
    for (Map.Entry<String, Path> war : wars.entrySet()) {
      Files.copy(war.getValue(), base.resolve("webapps").resolve(war.getKey() + ".war"));
    }
    Files.writeString(
        base.resolve("bin/setenv.sh"),
        "CATALINA_OPTS=\"$CATALINA_OPTS " + String.join(" ", options) + "\"\n");
    process.environment().put("CATALINA_HOME", home.toString());
    process.environment().put("CATALINA_BASE", base.toString());
    process.environment().put("JAVA_HOME", jdk.home().toString());
    process.environment().remove("JRE_HOME");
    process.command(home.resolve("bin/catalina.sh").toString(), "run");
  }

  private Path home() throws IOException {
    Path unpacked = Build.services().resolve("standalone-tomcat/target/tomcat-" + version);
    try (Stream<Path> folders = Files.list(unpacked)) {
      return folders.findFirst().orElseThrow().toRealPath();
    }
  }

  private void configure(Path from, Path to) throws IOException {
    Path host = Files.createDirectories(to.resolve("Catalina/localhost"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    Path server = to.resolve("server.xml");
    Files.writeString(
        server,
        Files.readString(server)
            .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
            .replace("<Connector port=\"8080\"", "<Connector port=\"0\" address=\"127.0.0.1\""));
    if (!managerUser.isEmpty()) {
      Files.writeString(to.resolve("tomcat-users.xml"), USERS.formatted(managerUser));
      Files.writeString(host.resolve("manager.xml"), MANAGER);
    }
  }

  @Override
  public Pattern port() {
    return STARTS;
  }
}
