package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code report.html}: one file, well-formed as XML, that loads nothing. */
record Page(Played played) {
  /** Nothing is loaded and nothing runs, whatever may have slipped into the page. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

  String text() {
    return "<!DOCTYPE html>\n"
        + tag("html")
            .with("lang", "en")
            .with("data-kind", "simulation")
            .holding(head(), tag("body").holding(body()))
            .markup();
  }

  private Html head() {
    return tag("head")
        .holding(
            tag("meta").with("charset", "utf-8").alone(),
            tag("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY)
                .alone(),
            meta("viewport", "width=device-width, initial-scale=1"),
            meta("generator", Nadzor.nameAndVersion()),
            meta("color-scheme", "light dark"),
            tag("title").text(played.scenario().name() + " · nadzor (simulation)"),
            style());
  }

  private static Html meta(String name, String content) {
    return tag("meta").with("name", name).with("content", content).alone();
  }

  /** Not escaped, as browsers read none of it: so it may hold nothing that needs it. */
  private static Html style() {
    String css = resource("/report/report.css");
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalStateException("report.css holds < or &, which end a style element");
    }
    return new Html("<style>\n" + css + "</style>\n");
  }

  private static String resource(String path) {
    try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private List<Html> body() {
    List<Section> sections =
        List.of(
            new Summary(played).section(),
            new Timeline(played).section(),
            new Cases(played).section(),
            new PublicStatements(played).section(),
            new Steps(played).section(),
            new NotEnforced(played).section(),
            new Rates(played).section(),
            new Expected(played).section(),
            new World(played).section(),
            new Sources(played).section());
    return Stream.of(
            new Masthead(played).html(),
            tag("nav")
                .with("aria-label", "Contents")
                .holding(tag("ol").holding(sections.stream().map(Section::entry).toList())),
            tag("main").holding(sections.stream().map(Section::html).toList()),
            footer())
        .toList();
  }

  private static Html footer() {
    return tag("footer")
        .holding(
            tag("p")
                .holding(
                    Html.text("Written by " + Nadzor.nameAndVersion() + ". Beside this page: "),
                    tag("code").text("matrix.json"),
                    Html.text(" (what came out), "),
                    tag("code").text("measurements.jsonl"),
                    Html.text(" (each visit), "),
                    tag("code").text("events.jsonl"),
                    Html.text(
                        " (each restriction). A laboratory simulation; no authority wrote this.")));
  }
}
