package nadzor.store;

import tools.jackson.core.JsonGenerator;

/** Codecs of texts. A lone surrogate is no text: UTF-8 (RFC 3629) has no octets for it. */
final class Texts {
  /** Texts that are mostly different. */
  static final Codec<String> TEXT = new Any(false);

  /** Texts that come again and again: ids that are referred to, laws, authors. */
  static final Codec<String> WORD = new Any(true);

  private Texts() {}

  private record Any(boolean repeated) implements Codec<String> {
    @Override
    public void write(JsonGenerator out, String value) {
      int lone = loneSurrogate(value);
      if (lone >= 0) {
        throw new BadRecord(
            out.streamWriteContext().pathAsPointer().toString(), found(value, lone), TEXTUAL, -1);
      }
      out.writeString(value);
    }

    @Override
    public String read(Source in) {
      return repeated ? in.word() : in.text();
    }
  }

  /** What is expected in the place of a lone surrogate. */
  static final String TEXTUAL = "text that UTF-8 can hold";

  static String found(String text, int lone) {
    return String.format(
        "half a surrogate pair (U+%04X) at character %d", (int) text.charAt(lone), lone);
  }

  /** Where a surrogate stands without its other half; -1 if nowhere. */
  static int loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
