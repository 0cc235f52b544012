package io.gnomon.core.findings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How findings are put into words. */
public final class Words {

  private Words() {}

  /**
   * A text without line breaks and other control characters.
   *
   * @param text changed in place
   * @return the text with a space for each of them
   */
  public static String oneLine(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        text.setCharAt(i, ' ');
      }
    }
    return text.toString();
  }

  /**
   * Frames as an attribute holds them.
   *
   * @param frames innermost first
   * @return one per line; null if there are none
   */
  public static @Nullable String stack(List<String> frames) {
    return frames.isEmpty() ? null : String.join("\n", frames);
  }
}
