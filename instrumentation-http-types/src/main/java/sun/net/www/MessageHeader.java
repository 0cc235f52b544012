package sun.net.www;

import org.jspecify.annotations.Nullable;

/** As from Java 8 to 27. */
public abstract class MessageHeader {

  private MessageHeader() {}

  /** The value of a header, whatever the case of its name; null if there is none. */
  public abstract @Nullable String findValue(String name);

  /** Sets a header, in place of one of that name. */
  public abstract void set(String name, String value);
}
