package nadzor.impact.report;

import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A piece of markup that is well-formed as XML too. Text and attributes come into it escaped, and
 * there is no way around that. Immutable.
 */
record Markup(String text) {
  static final Markup NONE = new Markup("");
  private static final char REPLACEMENT = '\ufffd';

  static Markup said(String words) {
    return new Markup(escaped(words));
  }

  static Markup all(List<Markup> parts) {
    return new Markup(parts.stream().map(Markup::text).collect(Collectors.joining()));
  }

  /** Control characters and direction overrides become U+FFFD. */
  static String escaped(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    words.chars().forEach(c -> clean.append(isPrintable(c) ? (char) c : REPLACEMENT));
    return HtmlEscapers.htmlEscaper().escape(clean.toString());
  }

  private static boolean isPrintable(int c) {
    boolean control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f);
    boolean override = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return !control && !override && !Character.isSurrogate((char) c) && c < 0xfffe;
  }

  /**
   * An element to be. Immutable.
   *
   * @param name of the element
   * @param attributes escaped, each with a leading blank
   */
  record Tag(String name, String attributes) {
    static Tag of(String name) {
      return new Tag(name, "");
    }

    Tag with(String attribute, String value) {
      return new Tag(name, attributes + " " + attribute + "=\"" + escaped(value) + "\"");
    }

    /** A number to one decimal place. */
    Tag with(String attribute, double value) {
      return with(attribute, String.format(Locale.ROOT, "%.1f", value));
    }

    Tag as(String cssClass) {
      return with("class", cssClass);
    }

    Markup alone() {
      return new Markup("<" + name + attributes + "/>\n");
    }

    Markup saying(String words) {
      return holding(said(words));
    }

    Markup holding(Markup... parts) {
      return holding(List.of(parts));
    }

    Markup holding(List<Markup> parts) {
      return new Markup("<" + name + attributes + ">" + all(parts).text() + "</" + name + ">\n");
    }
  }
}
