package nadzor.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nadzor.blocklist.Measure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would have been seen before the mask {@code *t.co*} went out. */
class TcoTest {
  private static final String LOG =
      """
      name,type,count,client,url
      t.co,A,100,192.0.2.1,
      www.reddit.com,A,50,192.0.2.1,
      www.reddit.com,TXT,5,192.0.2.1,
      old.reddit.com,AAAA,10,198.51.100.1,
      login.microsoft.com,HTTPS,40,198.51.100.1,
      abs.twimg.com,A,30,192.0.2.9,
      www.old.example.org,A,20,192.0.2.9,
      example.org,A,7,203.0.113.1,
      """;

  @TempDir Path folder;
  private Path log = Path.of("");

  @BeforeEach
  void write() throws IOException {
    log = Files.writeString(folder.resolve("log.csv"), LOG);
  }

  private Impact impact(List<View> views) throws IOException {
    return Example.run(Example.replay(Measure.THROTTLE, views), Engine.JAVA, log);
  }

  @Test
  void thePlainQuestion() throws IOException {
    ViewImpact view = impact(List.of(View.LIST)).views().get(0);
    assertEquals(new Count(105, 3), view.of(Outcome.NEWLY_RESTRICTED));
    assertEquals(new Count(20, 1), view.of(Outcome.NEWLY_FREE));
    assertEquals(new Count(130, 2), view.of(Outcome.STILL_RESTRICTED));
    assertEquals(new Count(7, 1), view.of(Outcome.STILL_FREE));
    assertEquals(262, view.requests());
    assertEquals(105.0 / 262, view.share());
  }

  @Test
  void collateralIsToldBySiteAndRule() throws IOException {
    ViewImpact view = impact(List.of(View.LIST)).views().get(0);
    assertEquals(new Count(105, 3), view.collateral().strangers());
    HitName first = view.collateral().top().get(0);
    assertEquals("www.reddit.com", first.name());
    assertEquals(Reach.MASK, first.reach());
    assertEquals("throttle *t.co* (test-data/impact/tco-to.txt:4)", first.rule());
    assertEquals(
        List.of("reddit.com", "microsoft.com"),
        view.by(Dimension.SITE).rows().subList(0, 2).stream().map(Breakdown.Row::key).toList());
    Breakdown.Row mask = view.by(Dimension.RULE).rows().get(0);
    assertEquals("throttle *t.co* (test-data/impact/tco-to.txt:4)", mask.key());
    assertEquals(new Count(105, 3), mask.of(Outcome.NEWLY_RESTRICTED));
    assertEquals(new Count(100, 1), mask.of(Outcome.STILL_RESTRICTED));
  }

  /** Questions that lead to no connection meet no filter of TLS. */
  @Test
  void aProfileDecidesWhatBites() throws IOException {
    Impact impact =
        impact(View.of(List.of(Example.profile("twitter-2021"), Example.profile("isp-dns"))));
    ViewImpact filter = impact.view("twitter-2021").orElseThrow();
    assertEquals(new Count(100, 3), filter.of(Outcome.NEWLY_RESTRICTED));
    assertEquals(new Count(12, 2), filter.of(Outcome.STILL_FREE));
    ViewImpact resolver = impact.view("isp-dns").orElseThrow();
    assertEquals(new Count(262, 7), resolver.of(Outcome.STILL_FREE), "it cannot throttle");
  }

  @Test
  void aControlThatIsHitIsOverTheLimit() throws IOException {
    Impact impact = impact(List.of(View.LIST));
    assertEquals(
        List.of("www.reddit.com 65 false", "microsoft.com 100 false"),
        impact.controlHits().stream()
            .map(hit -> hit.control().name() + " " + hit.requests() + " " + hit.before())
            .toList());
    List<String> over = Thresholds.NONE.exceeded(impact);
    assertEquals(2, over.size());
    assertTrue(over.get(0).contains("www.reddit.com"), over.get(0));
  }

  @Test
  void clientGroupsAddUp() throws IOException {
    Breakdown groups = impact(List.of(View.LIST)).views().get(0).by(Dimension.CLIENTS);
    assertEquals(3, groups.keys());
    long all =
        groups.rows().stream()
            .flatMap(row -> row.counts().values().stream())
            .mapToLong(Count::requests)
            .sum();
    assertEquals(262, all);
    assertEquals(55, groups.rows().get(0).of(Outcome.NEWLY_RESTRICTED).requests());
  }
}
