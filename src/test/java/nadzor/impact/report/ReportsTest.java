package nadzor.impact.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nadzor.flow.DomainName;
import nadzor.impact.Breakdown;
import nadzor.impact.Collateral;
import nadzor.impact.Control;
import nadzor.impact.ControlHit;
import nadzor.impact.Count;
import nadzor.impact.Dimension;
import nadzor.impact.Engine;
import nadzor.impact.HitName;
import nadzor.impact.Impact;
import nadzor.impact.Outcome;
import nadzor.impact.Reach;
import nadzor.impact.Timetable;
import nadzor.impact.ViewImpact;
import nadzor.impact.traffic.Grain;
import nadzor.impact.traffic.Skip;
import nadzor.impact.traffic.TrafficFormat;
import nadzor.impact.traffic.TrafficSummary;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a log or a list holds is text in every output, whatever it looks like. */
class ReportsTest {
  private static final String EVIL = "<script>alert(1)</script>\"'&\u001b[2J\u202e,=x";

  private static Impact impact() {
    Map<Outcome, Count> counts =
        Map.of(Outcome.NEWLY_RESTRICTED, new Count(7, 2), Outcome.STILL_FREE, new Count(93, 8));
    HitName hit = new HitName(EVIL, EVIL, 7, Reach.MASK, true, EVIL);
    List<Breakdown> tables =
        List.of(Dimension.values()).stream()
            .map(by -> new Breakdown(by, 1, List.of(new Breakdown.Row(EVIL, counts))))
            .toList();
    Collateral collateral = new Collateral(new Count(7, 2), new Count(7, 2), List.of(hit));
    ViewImpact view =
        new ViewImpact(
            EVIL, counts, tables, List.of(hit), List.of(hit), collateral, Optional.of(times()));
    Impact.Version version = new Impact.Version(EVIL, 1, "ab".repeat(32), 3);
    TrafficSummary.Skipped skipped = new TrafficSummary.Skipped(Skip.NAME, 1, EVIL + ":2");
    TrafficSummary.FileSummary file =
        new TrafficSummary.FileSummary(
            EVIL, TrafficFormat.CSV, 9, "cd".repeat(32), 101, List.of(skipped));
    DomainName control = DomainName.of("control.test");
    return new Impact(
        version,
        version,
        new TrafficSummary(List.of(file)),
        100,
        10,
        List.of(view),
        1,
        List.of(new ControlHit(new Control(control, control), EVIL, false, "block", EVIL, 5)),
        List.of(EVIL),
        Engine.JAVA);
  }

  /** Ten days by the hour, the third of them without a request, and one that nobody can place. */
  private static Timetable times() {
    List<Timetable.Row> rows =
        IntStream.range(0, 240)
            .filter(hour -> hour / 24 != 2)
            .mapToObj(
                hour ->
                    new Timetable.Row(
                        Instant.parse("2021-03-10T00:00:00Z").plus(Duration.ofHours(hour)),
                        Map.of(Outcome.NEWLY_RESTRICTED, hour + 1L, Outcome.STILL_FREE, 1_000L)))
            .toList();
    Map<Outcome, Long> untold = Map.of(Outcome.NEWLY_FREE, 7L);
    return new Timetable(Grain.HOUR, ZoneId.of("+03:00"), rows, untold, Map.of());
  }

  @Test
  void periodsStandInEveryReport() {
    JsonNode all =
        JsonMapper.builder().build().readTree(new ImpactJson(impact(), List.of()).text());
    JsonNode periods = all.at("/views/0/periods");
    assertEquals(
        "hour +03:00", periods.at("/per").asString() + " " + periods.at("/zone").asString());
    assertEquals(216, periods.at("/rows").size());
    assertEquals("2021-03-10T03:00+03:00", periods.at("/rows/0/key").asString());
    assertEquals("2021-03-10T00:00:00Z", periods.at("/rows/0/from").asString());
    assertEquals(240, periods.at("/rows/215/newly_restricted").asLong());
    assertEquals(7, periods.at("/no_time/newly_free").asLong());
    String csv = new ImpactCsv(impact()).text();
    assertTrue(csv.contains(",hour,2021-03-20T02:00+03:00,newly-restricted,240,0\r\n"), csv);
    assertTrue(csv.contains(",hour,no-time,newly-free,7,0\r\n"), csv);
    String text = new ImpactText(impact(), List.of()).text();
    assertTrue(text.contains("the first 31 of 216 periods"), text);
    assertTrue(text.contains("without a time") && !text.contains("time unreadable"), text);
    String page = new ImpactPage(impact(), List.of()).text();
    assertTrue(page.contains("Newly restricted (above)"), "a plot of the change");
    assertTrue(page.split("<rect class=\"newly-restricted\"", -1).length > 216, "a bar an hour");
    assertTrue(page.contains("Times that carry no zone were taken for those of +03:00"), "said");
  }

  @Test
  void thePageIsWellFormedAndLoadsAndRunsNothing() throws Exception {
    String page = new ImpactPage(impact(), List.of(EVIL)).text();
    String xml = page.replaceFirst("<!DOCTYPE html>\n", "");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertTrue(document.getElementsByTagName("svg").getLength() >= 3, "drawings");
    assertTrue(page.contains("default-src &#39;none&#39;"));
    assertTrue(page.contains("Simulation."));
    assertFalse(page.matches("(?s).*\\b(src|href)=.*"), "nothing is loaded");
    assertFalse(page.contains("\u001b") || page.contains("\u202e"), "control characters");
    assertTrue(document.getDocumentElement().getTextContent().contains("ab".repeat(32)));
  }

  @Test
  void jsonHoldsAllOfIt() {
    JsonNode all =
        JsonMapper.builder().build().readTree(new ImpactJson(impact(), List.of("x")).text());
    assertEquals(EVIL, all.at("/views/0/collateral/top/0/name").asString());
    assertEquals(7, all.at("/views/0/totals/newly_restricted/requests").asLong());
    assertEquals(0, all.at("/views/0/totals/newly_free/requests").asLong());
    assertEquals(0.07, all.at("/views/0/newly_restricted_share").asDouble());
    assertEquals("x", all.at("/over_limits/0").asString());
    assertEquals(1, all.at("/traffic/0/skipped/0/rows").asLong());
  }

  @Test
  void csvQuotesAndDefusesFormulas() {
    String csv = new ImpactCsv(impact()).text();
    assertTrue(csv.startsWith("view,by,key,outcome,requests,names\r\n"));
    assertTrue(csv.contains("\"<script>alert(1)</script>\"\"'&"), csv);
    assertTrue(csv.contains(",total,,newly-restricted,7,2\r\n"), csv);
    Impact plain = impact();
    HitName formula = new HitName("=cmd", "s", 1, Reach.MASK, true, "r");
    ViewImpact view =
        new ViewImpact(
            "v",
            Map.of(),
            List.of(),
            List.of(formula),
            List.of(),
            new Collateral(Count.NONE, Count.NONE, List.of()),
            Optional.empty());
    Impact one =
        new Impact(
            plain.from(),
            plain.to(),
            plain.traffic(),
            0,
            0,
            List.of(view),
            0,
            List.of(),
            List.of(),
            Engine.JAVA);
    assertTrue(new ImpactCsv(one).text().contains("v,name,'=cmd,newly-restricted,1,1"));
  }

  @Test
  void textObeysNobody() {
    String text = new ImpactText(impact(), List.of("too much")).text();
    assertFalse(text.contains("\u001b") || text.contains("\u202e"), text);
    assertTrue(text.contains("OVER THE LIMIT: too much"), text);
    assertTrue(text.contains("newly-restricted"), text);
    assertTrue(text.contains("no domain name: 1, the first at"), text);
  }
}
