package nadzor.story.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An element to be. Immutable.
 *
 * @param name of the element
 * @param attributes escaped, each with a leading blank
 */
record Tag(String name, String attributes) {
  private static final Set<String> INLINE =
      Set.of("a", "b", "bdi", "code", "em", "small", "span", "strong", "time", "text", "tspan");

  static Tag tag(String name) {
    return new Tag(name, "");
  }

  static Tag tag(String name, String cssClass) {
    return tag(name).with("class", cssClass);
  }

  Tag with(String attribute, String value) {
    return new Tag(name, attributes + " " + attribute + "=\"" + Html.escaped(value) + "\"");
  }

  /** A number to one decimal place, as drawings need. */
  Tag with(String attribute, double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return with(attribute, text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  /** The element without content, for those that never have any. */
  Html alone() {
    return new Html("<" + name + attributes + "/>" + end());
  }

  Html text(String said) {
    return holding(Html.text(said));
  }

  Html holding(Html... parts) {
    return holding(List.of(parts));
  }

  Html holding(List<Html> parts) {
    String inner = Html.all(parts).markup();
    return new Html("<" + name + attributes + ">" + inner + "</" + name + ">" + end());
  }

  private String end() {
    return INLINE.contains(name) ? "" : "\n";
  }

  /** A link to an anchor of this page. */
  static Html link(String anchor, String said) {
    return tag("a").with("href", "#" + anchor).text(said);
  }
}
