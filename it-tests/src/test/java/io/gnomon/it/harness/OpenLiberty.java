package io.gnomon.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Open Liberty, whose bundles lie in Equinox: they see nothing of the boot loader but {@code
 * java.*}. A server has its port in its name, which it says when it is ready.
 *
 * @param servlet the feature, as {@code servlet-6.0}
 * @param jakarta whether it takes that name space
 */
public record OpenLiberty(String servlet, boolean jakarta) implements AppServer {

  private static final int OLDEST_JAVA = 8;
  private static final int OLDEST_JAVA_OF_JAKARTA = 11;
  private static final Pattern READY = Pattern.compile(".*The port-(\\d+) server is ready.*");
  private static final String SERVER =
      """
      <server>
        <featureManager><feature>%s</feature></featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        <webApplication location="%s" contextRoot="/"/>
      </server>
      """;

  @Override
  public String title() {
    return "Open Liberty, " + servlet;
  }

  @Override
  public boolean runsOn(int feature) {
    return feature >= (jakarta ? OLDEST_JAVA_OF_JAKARTA : OLDEST_JAVA);
  }

  @Override
  public String malformed() {
    return "NONSENSE\r\n\r\n";
  }

  @Override
  public void prepare(ProcessBuilder process, Jdk jdk, List<String> options) throws IOException {
    int port = AppServer.freePort();
    Path user = Files.createTempDirectory("liberty");
    Path server = Files.createDirectories(user.resolve("servers").resolve("port-" + port));
    Files.writeString(
        server.resolve("server.xml"), SERVER.formatted(servlet, port, AppServer.war(jakarta)));
    Path home = Build.services().resolve("app-servers/target/open-liberty/wlp");
    List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
    command.addAll(options);
    command.addAll(List.of("-jar", home.resolve("bin/tools/ws-server.jar").toString()));
    command.add("port-" + port);
    process.environment().put("WLP_USER_DIR", user.toString());
    process.command(command);
  }

  @Override
  public Pattern port() {
    return READY;
  }
}
