package io.gnomon.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a client does where asking for a page is not enough. */
final class Exchanges {

  /** How often a plain page is asked for. */
  static final int TIMES = 3;

  static final int KEPT = 20;
  static final int PIPELINED = 5;
  static final int AT_ONCE = 500;

  private static final int LARGE_BYTES = 20 << 20;
  private static final int BLOCK_BYTES = 64 << 10;
  private static final int MESSAGES = 3;
  private static final int PATIENCE_SECONDS = 20;
  private static final String HOST = " HTTP/1.1\r\nHost: test\r\n";

  private Exchanges() {}

  static void outside(Client client) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      assertThat(client.send("GET", "/outside/any/application").statusCode()).isEqualTo(404);
    }
  }

  static void malformed(Client client) throws Exception {
    try (Wire wire = client.wire()) {
      wire.write("GET " + client.path("/hello") + HOST + "bad header\r\n : \r\n\r\n");
      assertThat(wire.status()).isEqualTo(400);
    }
  }

  static void keepAlive(Client client) throws Exception {
    try (Wire wire = client.wire()) {
      for (int i = 0; i < KEPT; i++) {
        wire.write("GET " + client.path("/hello") + HOST + "\r\n");
        assertThat(wire.answer()).isEqualTo("200 hello");
      }
    }
  }

  static void pipelined(Client client) throws Exception {
    try (Wire wire = client.wire()) {
      wire.write(("GET " + client.path("/hello") + HOST + "\r\n").repeat(PIPELINED));
      for (int i = 0; i < PIPELINED; i++) {
        assertThat(wire.answer()).isEqualTo("200 hello");
      }
    }
  }

  static void largeUpload(Client client) throws Exception {
    try (Wire wire = client.wire()) {
      wire.write(upload(client));
      byte[] block = new byte[BLOCK_BYTES];
      for (int sent = 0; sent < LARGE_BYTES; sent += block.length) {
        wire.write(block);
      }
      assertThat(wire.answer()).isEqualTo("200 read " + LARGE_BYTES);
    }
  }

  /**
   * On a connection of its own each time: containers close it after such an error, some Tomcats
   * without an answer.
   */
  static void thrown(Client client) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      try (Wire wire = client.wire()) {
        wire.write("GET " + client.path("/async-throw") + HOST + "Connection: close\r\n\r\n");
        assertThat(wire.statusOrEnd()).isIn(500, Wire.END);
      }
    }
  }

  private static String upload(Client client) {
    return "POST "
        + client.path("/upload")
        + HOST
        + "Content-Type: application/octet-stream\r\nContent-Length: "
        + LARGE_BYTES
        + "\r\n\r\n";
  }

  static void largeDownload(Client client) throws Exception {
    String path = "/large?blocks=" + LARGE_BYTES / BLOCK_BYTES;
    assertThat(client.send("GET", client.path(path)).body()).hasSize(LARGE_BYTES);
  }

  static void goneInUpload(Client client) throws Exception {
    try (Wire wire = client.wire()) {
      wire.write(upload(client));
      wire.write(new byte[BLOCK_BYTES]);
      client.awaitActive(1);
      wire.reset();
    }
  }

  static void goneInDownload(Client client) throws Exception {
    try (Wire wire = client.wire()) {
      wire.write("GET " + client.path("/large?blocks=2000") + HOST + "\r\n");
      assertThat(wire.status()).isEqualTo(200);
      client.awaitActive(1);
      wire.reset();
    }
  }

  static void webSocket(Client client) throws Exception {
    Echoes echoes = new Echoes();
    WebSocket socket = client.webSocket("/socket", echoes);
    for (int i = 0; i < MESSAGES; i++) {
      socket.sendText("message " + i, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(echoes.texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("message " + i);
    }
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(echoes.texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("closed");
  }

  static void events(Client client) throws Exception {
    String body = client.send("GET", client.path("/events?n=5")).body();
    assertThat(body.lines().filter(line -> line.startsWith("data: "))).hasSize(5);
  }

  static void goneInEvents(Client client) throws Exception {
    try (Wire wire = client.wire()) {
      wire.write("GET " + client.path("/events?n=100000") + HOST + "\r\n");
      assertThat(wire.status()).isEqualTo(200);
      wire.awaitText("data: 1");
      wire.reset();
    }
  }

  static void manyAtOnce(Client client) throws Exception {
    List<Wire> wires = new ArrayList<>();
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        Wire wire = client.wire();
        wires.add(wire);
        wire.write("GET " + client.path("/hold") + HOST + "\r\n");
      }
      client.awaitActive(AT_ONCE);
      client.page("GET", "/release?n=" + AT_ONCE, 200, String.valueOf(AT_ONCE));
      for (Wire wire : wires) {
        assertThat(wire.answer()).isEqualTo("200 let go");
      }
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  private static final class Echoes implements WebSocket.Listener {

    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      texts.add(text.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      texts.add("closed");
      return null;
    }
  }
}
