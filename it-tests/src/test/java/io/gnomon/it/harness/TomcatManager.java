package io.gnomon.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** The text interface of a Tomcat's manager. */
public final class TomcatManager {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Service tomcat;
  private final String authorization;

  /**
   * The manager of a Tomcat.
   *
   * @param tomcat that was started with a manager
   * @param user whom it knows
   */
  public TomcatManager(Service tomcat, String user) {
    byte[] login = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
    this.tomcat = tomcat;
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(login);
  }

  /**
   * Deploys an archive.
   *
   * @param contextPath as {@code /shop}
   * @param war the archive
   */
  public void deploy(String contextPath, Path war) {
    String from = URLEncoder.encode(war.toUri().toString(), StandardCharsets.UTF_8);
    ask("deploy?path=" + contextPath + "&war=" + from);
  }

  /**
   * Undeploys what was deployed.
   *
   * @param contextPath as {@code /shop}
   */
  public void undeploy(String contextPath) {
    ask("undeploy?path=" + contextPath);
  }

  private void ask(String command) {
    HttpRequest request =
        HttpRequest.newBuilder(tomcat.uri("/manager/text/" + command))
            .header("Authorization", authorization)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (!answer.body().startsWith("OK")) {
        throw new AssertionError(command + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
