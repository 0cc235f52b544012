package io.gnomon.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Payara Micro, started as its manual says.
 *
 * @param version as 6
 * @param oldestJava that it runs on
 * @param newestJava that it runs on
 * @param jakarta whether it takes that name space
 */
public record PayaraMicro(int version, int oldestJava, int newestJava, boolean jakarta)
    implements AppServer {

  private static final Pattern URL = Pattern.compile("http://[^ ]+:(\\d+)/");
  private static final String LOOPBACK =
      "set configs.config.server-config.network-config.network-listeners"
          + ".network-listener.http-listener.address=127.0.0.1\n";

  @Override
  public String title() {
    return "Payara " + version;
  }

  @Override
  public boolean runsOn(int feature) {
    return feature >= oldestJava && feature <= newestJava;
  }

  @Override
  public String malformed() {
    return "GET /hello HTTP/1.1\r\n\r\n";
  }

  @Override
  public void prepare(ProcessBuilder process, Jdk jdk, List<String> options) throws IOException {
    Path folder = Build.services().resolve("app-servers/target/payara");
    Path commands = Files.createTempFile("payara", ".txt");
    Files.writeString(commands, LOOPBACK);
    List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
    command.addAll(options);
    command.addAll(List.of("-jar", folder.resolve("payara-" + version + ".jar").toString()));
    command.addAll(List.of("--port", String.valueOf(AppServer.freePort())));
    command.addAll(List.of("--prebootcommandfile", commands.toString()));
    command.addAll(List.of("--deploy", AppServer.war(jakarta).toString(), "--contextroot", "/"));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    process.command(command);
  }

  @Override
  public Pattern port() {
    return URL;
  }
}
