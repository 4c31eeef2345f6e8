package nadzor.impact.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nadzor.impact.Breakdown;
import nadzor.impact.HitName;
import nadzor.impact.Outcome;
import nadzor.impact.ViewImpact;

/** Drawings, made here: nothing is loaded and nothing runs. */
final class Drawings {
  static final double WIDTH = 960;
  private static final double LEFT = 300;
  private static final double RIGHT = 120;
  private static final double ROW = 26;
  private static final double BAR = 16;
  private static final int BARS = 12;

  private Drawings() {}

  /** A bar of its length for each thing. */
  private record Bar(String label, long value, String look) {}

  /** How the requests of every view fall to the outcomes, whole width for all of them. */
  static Markup outcomes(List<ViewImpact> views) {
    List<Markup> parts = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      ViewImpact view = views.get(i);
      double y = i * ROW + 6;
      parts.add(text("end", LEFT - 10, y + 13, view.view()));
      double x = LEFT;
      for (Outcome outcome : Outcome.values()) {
        double share = (double) view.of(outcome).requests() / Math.max(1, view.requests());
        double width = share * (WIDTH - LEFT - RIGHT);
        parts.add(box(outcome.word(), x, y, width));
        x += width;
      }
      long hit = view.of(Outcome.NEWLY_RESTRICTED).requests();
      parts.add(text("start", x + 10, y + 13, Numbers.share(hit, view.requests())));
    }
    return drawing("Requests by outcome, for each view", views.size() * ROW + 12, parts);
  }

  /** What the colours mean. */
  static Markup legend() {
    return Markup.Tag.of("ul")
        .as("legend")
        .holding(
            Arrays.stream(Outcome.values())
                .map(
                    outcome ->
                        Markup.Tag.of("li")
                            .holding(
                                Markup.Tag.of("span").as("key " + outcome.word()).saying(""),
                                Markup.said(outcome.word())))
                .toList());
  }

  /** The sites that the update hits most. */
  static Markup sites(Breakdown table) {
    List<Bar> bars =
        table.rows().stream()
            .filter(row -> row.of(Outcome.NEWLY_RESTRICTED).requests() > 0)
            .map(
                row ->
                    new Bar(
                        row.key(),
                        row.of(Outcome.NEWLY_RESTRICTED).requests(),
                        Outcome.NEWLY_RESTRICTED.word()))
            .toList();
    return bars("Newly restricted requests by site", bars);
  }

  /** The names that are hit without being named; those of other sites are hollow. */
  static Markup collateral(List<HitName> names) {
    return bars(
        "Newly restricted requests by name, of names that no rule names",
        names.stream()
            .map(
                hit ->
                    new Bar(
                        hit.name(),
                        hit.requests(),
                        hit.stranger() ? "stranger" : Outcome.NEWLY_RESTRICTED.word()))
            .toList());
  }

  private static Markup bars(String title, List<Bar> all) {
    List<Bar> bars = all.subList(0, Math.min(BARS, all.size()));
    long longest = bars.stream().mapToLong(Bar::value).max().orElse(1);
    List<Markup> parts = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = i * ROW + 6;
      double width = Math.max(1, (WIDTH - LEFT - RIGHT) * bar.value() / longest);
      parts.add(text("end", LEFT - 10, y + 13, cut(bar.label())));
      parts.add(box(bar.look(), LEFT, y, width));
      parts.add(text("start", LEFT + width + 10, y + 13, Numbers.of(bar.value())));
    }
    return bars.isEmpty() ? Markup.NONE : drawing(title, bars.size() * ROW + 12, parts);
  }

  private static String cut(String label) {
    return label.length() > 42 ? "…" + label.substring(label.length() - 41) : label;
  }

  private static Markup box(String look, double x, double y, double width) {
    return box(look, x, y, width, BAR);
  }

  static Markup box(String look, double x, double y, double width, double height) {
    return Markup.Tag.of("rect")
        .as(look)
        .with("x", x)
        .with("y", y)
        .with("width", Math.max(0, width))
        .with("height", height)
        .alone();
  }

  static Markup text(String anchor, double x, double y, String said) {
    return Markup.Tag.of("text").with("x", x).with("y", y).with("text-anchor", anchor).saying(said);
  }

  static Markup drawing(String title, double height, List<Markup> parts) {
    List<Markup> all = new ArrayList<>(List.of(Markup.Tag.of("title").saying(title)));
    all.addAll(parts);
    Markup svg =
        Markup.Tag.of("svg")
            .with("viewBox", "0 0 " + Math.round(WIDTH) + " " + Math.round(height))
            .with("role", "img")
            .holding(all);
    return Markup.Tag.of("figure")
        .holding(
            Markup.Tag.of("figcaption").saying(title + "."),
            Markup.Tag.of("div")
                .as("scroll")
                .with("role", "group")
                .with("aria-label", title)
                .with("tabindex", "0")
                .holding(svg));
  }
}
