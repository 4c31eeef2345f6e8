package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import nadzor.registry.Violation;
import nadzor.story.NetworkPlan;

/** What all of it rests on. */
record Sources(Played played) {
  Section section() {
    List<Html> parts = new ArrayList<>();
    parts.add(list("The scenario", played.scenario().sources()));
    played.scenario().networks().stream()
        .map(NetworkPlan::profile)
        .distinct()
        .filter(profile -> !profile.sources().isEmpty())
        .forEach(profile -> parts.add(list("Profile " + profile.name(), profile.sources())));
    List<String> records =
        played.entries(Violation.class).stream().map(Violation::source).distinct().toList();
    parts.add(list("Records of violations", records));
    return new Section("sources", "Sources", parts);
  }

  private static Html list(String of, List<String> sources) {
    if (sources.isEmpty()) {
      return Html.NONE;
    }
    List<Html> lines = sources.stream().map(source -> tag("li").text(source)).toList();
    return Html.all(tag("h3").text(of), tag("ul", "sources").holding(lines));
  }
}
