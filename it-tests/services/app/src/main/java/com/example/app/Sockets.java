package com.example.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.servlet.ServletContext;
import javax.websocket.DeploymentException;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.MessageHandler;
import javax.websocket.Session;
import javax.websocket.server.ServerContainer;
import javax.websocket.server.ServerEndpointConfig;

/** A WebSocket that gives back what it gets, where the container has WebSockets. */
final class Sockets {

  private static final String CONTAINER = "javax.websocket.server.ServerContainer";
  private static final String PATH = "/socket";

  private Sockets() {}

  static void register(ServletContext in) {
    Object container = in.getAttribute(CONTAINER);
    if (container != null) {
      Registration.at((ServerContainer) container);
    }
  }

  /** Apart, so that nothing of the API is needed where the container has none. */
  private static final class Registration {

    static void at(ServerContainer container) {
      try {
        container.addEndpoint(ServerEndpointConfig.Builder.create(Echo.class, PATH).build());
      } catch (DeploymentException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  /** Public, with a public constructor, for the container. */
  public static final class Echo extends Endpoint {

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      session.addMessageHandler(
          new MessageHandler.Whole<String>() {
            @Override
            public void onMessage(String text) {
              answer(session, text);
            }
          });
    }

    private static void answer(Session session, String text) {
      try {
        session.getBasicRemote().sendText(text);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
