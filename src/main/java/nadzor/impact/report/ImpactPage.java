package nadzor.impact.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nadzor.impact.ControlHit;
import nadzor.impact.Dimension;
import nadzor.impact.Impact;
import nadzor.impact.ViewImpact;
import nadzor.impact.traffic.TrafficSummary;

/**
 * The impact as one HTML file, well-formed as XML, that loads nothing and runs nothing.
 *
 * @param over what is over the limits, in words
 */
public record ImpactPage(Impact impact, List<String> over) {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

  /** The whole document. */
  public String text() {
    return "<!DOCTYPE html>\n"
        + Markup.Tag.of("html")
            .with("lang", "en")
            .with("data-kind", "simulation")
            .holding(head(), Markup.Tag.of("body").holding(body()))
            .text();
  }

  private Markup head() {
    return Markup.Tag.of("head")
        .holding(
            Markup.Tag.of("meta").with("charset", "utf-8").alone(),
            Markup.Tag.of("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY)
                .alone(),
            Markup.Tag.of("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1")
                .alone(),
            Markup.Tag.of("title").saying("Impact of an update · nadzor (simulation)"),
            style());
  }

  /** Not escaped, as browsers read none of it: so it may hold nothing that needs it. */
  private static Markup style() {
    String css = resource("/report/report.css") + resource("/impact/impact.css");
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalStateException("a style sheet holds < or &, which end a style element");
    }
    return new Markup("<style>\n" + css + "</style>\n");
  }

  private static String resource(String path) {
    try (InputStream in =
        Objects.requireNonNull(ImpactPage.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private List<Markup> body() {
    List<Markup> sections = new ArrayList<>();
    sections.add(summary());
    impact.views().forEach(view -> sections.add(view(view)));
    sections.add(controls());
    sections.add(inputs());
    return List.of(masthead(), Markup.Tag.of("main").holding(sections));
  }

  private Markup masthead() {
    return Markup.Tag.of("header")
        .holding(
            Markup.Tag.of("p")
                .as("banner")
                .with("role", "note")
                .holding(
                    Markup.Tag.of("strong").saying("Simulation."),
                    Markup.said(
                        " A log was replayed; nothing was restricted, no authority wrote this.")),
            Markup.Tag.of("p").as("kicker").saying("nadzor · impact of an update"),
            Markup.Tag.of("h1").saying(impact.from().name() + " → " + impact.to().name()),
            Markup.Tag.of("p")
                .as("lead")
                .saying(
                    "%s requests for %s names, judged by both versions."
                        .formatted(Numbers.of(impact.requests()), Numbers.of(impact.names()))));
  }

  private static Markup section(String anchor, String title, List<Markup> parts) {
    List<Markup> all = new ArrayList<>();
    all.add(Markup.Tag.of("h2").with("id", anchor).saying(title));
    all.addAll(parts);
    return Markup.Tag.of("section").with("aria-labelledby", anchor).holding(all);
  }

  private static Markup list(List<String> lines, String look) {
    return lines.isEmpty()
        ? Markup.NONE
        : Markup.Tag.of("ul")
            .as(look)
            .holding(lines.stream().map(one -> Markup.Tag.of("li").saying(one)).toList());
  }

  private Markup summary() {
    List<Markup> parts = new ArrayList<>();
    parts.add(list(over, "over"));
    if (over.isEmpty()) {
      parts.add(Markup.Tag.of("p").saying("Nothing is over the limits that were set."));
    }
    parts.add(Drawings.outcomes(impact.views()));
    parts.add(Drawings.legend());
    return section("summary", "At a glance", parts);
  }

  private static Markup view(ViewImpact view) {
    List<Markup> parts = new ArrayList<>();
    parts.add(Tables.totals(view));
    parts.add(Drawings.sites(view.by(Dimension.SITE)));
    if (view.collateral().all().names() > 0) {
      parts.add(
          Markup.Tag.of("p")
              .saying(
                  "Hit without being named: %s requests for %s names; of sites that no such rule is about: %s for %s."
                      .formatted(
                          Numbers.of(view.collateral().all().requests()),
                          Numbers.of(view.collateral().all().names()),
                          Numbers.of(view.collateral().strangers().requests()),
                          Numbers.of(view.collateral().strangers().names()))));
      parts.add(Drawings.collateral(view.collateral().top()));
      parts.add(Tables.names("Collateral, other sites first", view.collateral().top()));
    }
    parts.add(Tables.names("Newly restricted names", view.newlyRestricted()));
    parts.add(Tables.names("Newly free names", view.newlyFree()));
    view.times().ifPresent(times -> parts.add(new PeriodReport(times).markup()));
    view.breakdowns().forEach(table -> parts.add(Tables.breakdown(table)));
    return section("view-" + view.view(), "Under " + view.view(), parts);
  }

  private Markup controls() {
    List<List<String>> rows = new ArrayList<>();
    for (ControlHit hit : impact.controlHits()) {
      rows.add(
          List.of(
              hit.control().name().text(),
              hit.view(),
              hit.measure(),
              hit.before() ? "as before" : "newly",
              Numbers.of(hit.requests()),
              hit.rule()));
    }
    Markup said =
        Markup.Tag.of("p")
            .saying("%d asked, %d restricted.".formatted(impact.controls(), rows.size()));
    Markup table =
        rows.isEmpty()
            ? Markup.NONE
            : Tables.table(
                "Controls that the new version restricts",
                List.of("control", "view", "measure", "since", "requests with this twin", "rule"),
                rows);
    return section("controls", "Controls", List.of(said, table));
  }

  private Markup inputs() {
    List<Markup> parts = new ArrayList<>();
    parts.add(
        Tables.table(
            "Versions",
            List.of("version", "rules", "SHA-256 of its content"),
            List.of(version(impact.from()), version(impact.to()))));
    List<List<String>> files = new ArrayList<>();
    List<List<String>> skipped = new ArrayList<>();
    for (TrafficSummary.FileSummary file : impact.traffic().files()) {
      files.add(
          List.of(
              file.name(),
              file.format().word(),
              Numbers.of(file.rows()),
              Numbers.of(file.skippedRows()),
              file.sha256()));
      file.skipped()
          .forEach(
              one -> skipped.add(List.of(one.first(), one.why().words(), Numbers.of(one.rows()))));
    }
    parts.add(
        Tables.table("Traffic", List.of("file", "format", "rows", "left out", "SHA-256"), files));
    if (!skipped.isEmpty()) {
      parts.add(Tables.table("Left out", List.of("first at", "why", "rows"), skipped));
    }
    parts.add(list(impact.notes(), "notes"));
    parts.add(
        Markup.Tag.of("p")
            .saying(
                "Chance is not drawn, so there is no seed. Client groups are hashed with a key that"
                    + " was forgotten at the end of the run. Counted by the "
                    + impact.engine().name().toLowerCase(Locale.ROOT)
                    + " path."));
    return section("inputs", "What went in", parts);
  }

  private static List<String> version(Impact.Version version) {
    return List.of(version.name(), Numbers.of(version.rules()), version.hash());
  }
}
