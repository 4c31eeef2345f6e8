package nadzor.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** UTF-8 that was read as windows-1251; Russian text is never valid UTF-8 by chance. */
final class Mojibake {
  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private Mojibake() {}

  /** Whether the first two letters beyond ASCII may be octets of UTF-8: no second one is А to я. */
  private static boolean isSuspect(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) <= 0x7f) {
      first++;
    }
    char second = first + 1 < text.length() ? text.charAt(first + 1) : 'a';
    return second > 0x7f && (second < '\u0410' || second > '\u044f');
  }

  /** The text as it was meant. */
  static String repaired(String text, int column, Intake in) throws IOException {
    if (!isSuspect(text)) {
      return text;
    }
    try {
      ByteBuffer octets = WINDOWS_1251.newEncoder().encode(CharBuffer.wrap(text));
      String meant = StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
      in.repaired(Repair.MOJIBAKE, column, text, meant);
      return meant;
    } catch (CharacterCodingException e) {
      return text;
    }
  }
}
