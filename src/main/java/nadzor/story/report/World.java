package nadzor.story.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadzor.probe.Techniques;
import nadzor.story.NetworkPlan;

/** Networks and techniques: what the rows and columns stand for. */
record World(Played played) {
  Section section() {
    return Section.of("laboratory", "Networks and techniques", networks(), techniques());
  }

  private Html networks() {
    List<List<Html>> rows = played.scenario().networks().stream().map(World::row).toList();
    return new Table(
            "Networks",
            List.of("Network", "Profile", "Beside the register", "How it enforces"),
            rows)
        .html();
  }

  private static List<Html> row(NetworkPlan network) {
    String about =
        network.control() ? "The control: restricts nothing." : network.profile().about();
    return List.of(
        Html.text(network.name()),
        Html.text(network.profile().name()),
        network.control() ? Html.text("–") : lags(network),
        Html.text(about));
  }

  private static Html lags(NetworkPlan network) {
    Map<String, Duration> single = new TreeMap<>(network.lagOf());
    return Html.all(
        Stream.concat(
                Stream.of(lag(network.lag())),
                single.entrySet().stream().map(one -> one.getKey() + ": " + lag(one.getValue())))
            .map(line -> Tag.tag("div", "nowrap").text(line))
            .toList());
  }

  private static String lag(Duration lag) {
    if (lag.isZero()) {
      return "in time";
    }
    Duration size = lag.abs();
    String hours = size.toHours() == 0 ? "" : size.toHours() + " h ";
    String minutes = size.toMinutesPart() == 0 ? "" : size.toMinutesPart() + " min ";
    String seconds = size.toSecondsPart() == 0 ? "" : size.toSecondsPart() + " s ";
    return hours + minutes + seconds + (lag.isNegative() ? "early" : "late");
  }

  private static Html techniques() {
    List<List<Html>> rows =
        Techniques.everyday().stream()
            .map(
                technique ->
                    List.of(Tag.tag("code").text(technique.name()), Html.text(technique.about())))
            .toList();
    return new Table("Techniques", List.of("Technique", "What it does"), rows).html();
  }
}
