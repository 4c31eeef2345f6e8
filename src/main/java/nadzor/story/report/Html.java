package nadzor.story.report;

import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of markup that is well-formed as XML too. Text comes into it escaped, and there is no way
 * around that. Immutable.
 */
record Html(String markup) {
  static final Html NONE = new Html("");

  private static final int REPLACEMENT = 0xfffd;

  /** Text, escaped; characters that a document may not hold become U+FFFD. */
  static Html text(String said) {
    return new Html(escaped(said));
  }

  static Html all(Html... parts) {
    return all(List.of(parts));
  }

  static Html all(List<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
  }

  /** The parts with a comma between them. */
  static Html listed(List<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining(", ")));
  }

  static String escaped(String said) {
    StringBuilder clean = new StringBuilder(said.length());
    said.codePoints().map(c -> isPrintable(c) ? c : REPLACEMENT).forEach(clean::appendCodePoint);
    return HtmlEscapers.htmlEscaper().escape(clean.toString());
  }

  /** XML 1.0 section 2.2, less the second control block and the direction overrides. */
  private static boolean isPrintable(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r';
    boolean control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
    boolean override = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    boolean none = c == 0xfffe || c == 0xffff;
    return space || !(control || override || surrogate || none);
  }
}
