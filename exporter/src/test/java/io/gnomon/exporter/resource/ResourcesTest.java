package io.gnomon.exporter.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.gnomon.exporter.TestSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

  private static final String ID =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  private static String value(Resource resource, String key) {
    return resource.getAttribute(AttributeKey.stringKey(key));
  }

  @Test
  void whatTheProcessKnows() {
    Resource resource = Resources.of(TestSettings.of(), "1.2.3");

    assertThat(value(resource, "service.instance.id")).hasSize(36);
    assertThat(value(resource, "host.name")).isNotEmpty();
    assertThat(value(resource, "process.runtime.version"))
        .isEqualTo(System.getProperty("java.runtime.version"));
    assertThat(resource.getAttribute(AttributeKey.longKey("process.pid")))
        .isEqualTo(ProcessHandle.current().pid());
    assertThat(value(resource, "telemetry.sdk.name")).isEqualTo("opentelemetry");
    assertThat(value(resource, "telemetry.distro.name")).isEqualTo("gnomon");
    assertThat(value(resource, "telemetry.distro.version")).isEqualTo("1.2.3");
    assertThat(resource.getAttributes().asMap().keySet())
        .extracting(AttributeKey::getKey)
        .noneMatch(key -> key.startsWith("process.command"));
  }

  @Test
  void whatTheUserGaveWins() {
    Resource resource =
        Resources.of(
            TestSettings.of(
                "otel.service.name", "shop",
                "otel.resource.attributes",
                    "service.name=other,service.version=7,service.instance.id=one"),
            "1");

    assertThat(value(resource, "service.name")).isEqualTo("shop");
    assertThat(value(resource, "service.version")).isEqualTo("7");
    assertThat(value(resource, "service.instance.id")).isEqualTo("one");
  }

  @Test
  void theServicesNameIsTheSameForAllWhoTellIt() {
    assertThat(ServiceName.of(TestSettings.of("otel.service.name", "shop"))).isEqualTo("shop");
    assertThat(
            ServiceName.of(TestSettings.of("otel.resource.attributes", "service.name=from%20list")))
        .isEqualTo("from list");
    assertThat(ServiceName.of(TestSettings.of()))
        .isNotEmpty()
        .isEqualTo(value(Resources.of(TestSettings.of(), "1"), "service.name"));
  }

  @Test
  void theIdOfAContainer() throws IOException {
    Path first = Files.writeString(folder.resolve("1"), "x\n1:name=systemd:/docker/" + ID + "\n");
    Path scoped = Files.writeString(folder.resolve("2"), "0::/cri-containerd-" + ID + ".scope\n");
    Path none = Files.writeString(folder.resolve("3"), "0::/\n1:a:/docker/" + ID + "0\n");

    assertThat(ContainerId.in(first, "/")).isEqualTo(ID);
    assertThat(ContainerId.in(scoped, "/")).isEqualTo(ID);
    assertThat(ContainerId.in(none, "/")).isNull();
    assertThat(ContainerId.in(folder.resolve("missing"), "/")).isNull();
  }
}
