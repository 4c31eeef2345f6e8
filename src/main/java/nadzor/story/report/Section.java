package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of the page with an anchor of its own.
 *
 * @param anchor its id
 * @param title its heading
 * @param parts what it holds
 */
record Section(String anchor, String title, List<Html> parts) {
  static Section of(String anchor, String title, Html... parts) {
    return new Section(anchor, title, List.of(parts));
  }

  Html html() {
    Html heading = tag("h2").with("id", anchor + "-title").text(title);
    return tag("section")
        .with("id", anchor)
        .with("aria-labelledby", anchor + "-title")
        .holding(Stream.concat(Stream.of(heading), parts.stream()).toList());
  }

  Html entry() {
    return tag("li").holding(Tag.link(anchor, title));
  }
}
