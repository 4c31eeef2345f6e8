package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of terms and what they are. Not thread-safe. */
final class Facts {
  private final List<Html> lines = new ArrayList<>();

  Facts add(String term, Html said) {
    lines.add(tag("div").holding(tag("dt").text(term), tag("dd").holding(said)));
    return this;
  }

  Facts add(String term, String said) {
    return add(term, Html.text(said));
  }

  Facts add(String term, Optional<String> said) {
    said.ifPresent(text -> add(term, text));
    return this;
  }

  Html html() {
    return tag("dl").holding(lines);
  }
}
