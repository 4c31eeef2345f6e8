package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What lives on the pages: streams that are cut and resume, a download beside its bucket, a survey.
 */
@ExtendWith(InTown.class)
final class LiveTest {
  private static final String VIOLATION =
      """
      {"platform": "facebook", "kind": "media-restricted", "source": "class-room"}""";

  /**
   * A stream whose first connection ends after one event, and which is down until told otherwise.
   */
  private record Cut(AtomicBoolean up, List<String> askedFor) {
    static Cut into(Desk desk, String first) {
      Cut cut = new Cut(new AtomicBoolean(), new CopyOnWriteArrayList<>());
      AtomicBoolean began = new AtomicBoolean();
      desk.page().route("**/api/v1/changes/stream", route -> cut.answer(route, began, first));
      return cut;
    }

    private void answer(Route route, AtomicBoolean began, String first) {
      if (began.compareAndSet(false, true)) {
        route.fulfill(
            new Route.FulfillOptions().setContentType("text/event-stream").setBody(first));
      } else if (up.get()) {
        askedFor.add(Optional.ofNullable(route.request().headerValue("last-event-id")).orElse(""));
        route.resume();
      } else {
        route.fulfill(new Route.FulfillOptions().setStatus(503).setBody(""));
      }
    }
  }

  private static void assertResumes(Town town, String first, String askedFor) {
    try (Desk desk = town.teacher()) {
      Cut cut = Cut.into(desk, first);
      desk.open("cases.html?case=case-facebook");
      Locator live = desk.page().locator("#live");
      assertThat(live).hasText("○ no connection, trying again");
      assertThat(desk.link("25 violations")).isVisible();
      town.write("violations", VIOLATION);
      cut.up().set(true);
      assertThat(live).hasText("● live again");
      assertThat(desk.page().locator("#announce")).containsText("Live again.");
      assertThat(desk.link("26 violations")).isVisible();
      assertEquals(List.of(askedFor), cut.askedFor());
    }
  }

  @Test
  void aCutStreamResumesWhereItWas(Town town) {
    String first =
        "id: earlier-7\nevent: journal\ndata: {\"number\": 1, \"kind\": \"case\", \"about\": \"x\"}\n\n";
    assertResumes(town, first, "earlier-7");
  }

  /** Nothing had come yet from which to resume: the page reads its lists again. */
  @Test
  void aCutStreamThatHadNothingYetMissesNothing(Town town) {
    assertResumes(town, ": nothing yet\n\n", "");
  }

  @Test
  void aDownloadIsSeenBesideItsBucket(Town town) {
    try (Desk desk = town.teacher();
        Tenant tenant = town.tenant("tspu-2022")) {
      desk.open("throttling.html");
      assertThat(desk.page().getByText("Nothing is slowed down now.")).isVisible();
      tenant.loads(
          "https://scontent.xx.fbcdn.net/object.png",
          () -> {
            Locator panel = desk.page().locator(".throttled");
            assertThat(panel).isVisible();
            assertThat(panel.locator("meter")).hasCount(1);
            assertThat(panel).containsText("650 B/s");
            assertThat(panel.locator("canvas")).isVisible();
            assertThat(panel).containsText(Pattern.compile("Down[4-9],\\d{3} B, now [1-9]"));
            desk.shot("throttling");
          });
      desk.watch().assertRefused();
    }
  }

  @Test
  void aSurveyFillsTheMatrixAndACellOpens(Town town) {
    town.populate("2022-03-14T12:00:00+03:00");
    try (Desk desk = town.teacher()) {
      desk.open("measurements.html");
      Locator form = desk.form("Start a survey");
      for (Locator box : form.locator("input[name=sites]").all()) {
        box.setChecked(List.of("www.facebook.com", "www.instagram.com").contains(box.inputValue()));
      }
      Desk.press(form, "Start the survey").click();
      assertThat(desk.page().locator(".progress[data-state=done]"))
          .isVisible(new IsVisibleOptions().setTimeout(120_000));
      desk.shot("matrix");
      desk.button("www.instagram.com by plain in tspu-2022: blocked(tls)").click();
      assertThat(desk.dialog()).containsText("What the client saw");
      assertThat(desk.dialog().locator(".trace li").first()).isVisible();
      assertThat(desk.dialog()).containsText("ig-2022-03-11");
      desk.view("cell");
      desk.watch().assertRefused();
      desk.page().keyboard().press("Escape");
      Locator blocked =
          desk.page()
              .locator(".progress a")
              .filter(new Locator.FilterOptions().setHasText("blocked"));
      int count = Integer.parseInt(blocked.innerText().replaceAll("\\D", ""));
      blocked.click();
      assertThat(desk.page().locator("td[data-outcome=blocked]")).hasCount(count);
      assertThat(desk.page().locator(".matrix tbody tr:not(:has(td[data-outcome=blocked]))"))
          .hasCount(0);
    }
  }
}
