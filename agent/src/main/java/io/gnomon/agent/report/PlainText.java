package io.gnomon.agent.report;

/**
 * Text that a terminal or a log may be given: one line, of bounded length, without a character that
 * does something. Routes and names come from outside.
 */
final class PlainText {

  private static final String CUT = "...";

  private PlainText() {}

  /**
   * The text, safe to print.
   *
   * @param text any text
   * @param longest in characters
   * @return control and format characters, line breaks and halves of pairs as {@code ?}
   */
  static String of(String text, int longest) {
    int length = Math.min(text.length(), longest);
    StringBuilder plain = new StringBuilder(length + CUT.length());
    int i = 0;
    while (i < length) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (isHarmless(character)) {
        plain.appendCodePoint(character);
      } else {
        plain.append('?');
      }
    }
    return i == text.length() ? plain.toString() : plain.append(CUT).toString();
  }

  private static boolean isHarmless(int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
      case Character.PRIVATE_USE:
      case Character.UNASSIGNED:
        return false;
      default:
        return true;
    }
  }
}
