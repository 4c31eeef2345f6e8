package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How fast the objects came, by step and network: a drawing for each site, and a table. */
record Rates(Played played) {
  Section section() {
    List<RateSeries> all = RateSeries.of(played);
    List<Html> parts = new ArrayList<>();
    if (all.isEmpty()) {
      parts.add(tag("p").text("No site of this scenario has an object to download."));
    }
    all.stream()
        .map(RateSeries::site)
        .distinct()
        .forEach(
            site ->
                parts.add(site(all.stream().filter(one -> one.site().equals(site)).toList(), all)));
    return new Section("rates", "Download rate by date and network", parts);
  }

  private static Html site(List<RateSeries> series, List<RateSeries> all) {
    String host = series.get(0).site().host().text();
    String label = "Download rate of " + host;
    Html figure =
        tag("figure")
            .holding(
                Table.scroll(label, new RateDrawing(label, series, all).html()),
                RateDrawing.legend(series),
                tag("figcaption").text(caption(series)));
    return Html.all(tag("h3").text(host), figure, table(label, series));
  }

  private static String caption(List<RateSeries> series) {
    String size =
        series.get(0).site().objects().stream()
            .findFirst()
            .map(object -> String.format(Locale.UK, "Object of %,d bytes, ", object.size()))
            .orElse("");
    return size
        + "technique plain, steps evenly spaced. Hollow marks below the axis: no download; the table"
        + " says what came out instead.";
  }

  private static Html table(String label, List<RateSeries> series) {
    List<String> columns =
        Stream.concat(
                Stream.of("Network"),
                series.get(0).points().stream().map(point -> point.step().name()))
            .toList();
    List<List<Html>> rows =
        series.stream()
            .map(
                one ->
                    Stream.concat(
                            Stream.of(Html.text(one.network())),
                            one.points().stream().map(point -> Html.text(point.said())))
                        .toList())
            .toList();
    return new Table(label + " (B/s: bytes per second)", columns, rows).html();
  }
}
