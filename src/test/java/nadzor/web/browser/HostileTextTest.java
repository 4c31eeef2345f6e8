package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text stays text, whatever it looks like, wherever it is shown. */
@ExtendWith(InTown.class)
final class HostileTextTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String IMAGE = "<img src=x onerror=alert(2)>";
  private static final String OWN_SCRIPTS = "document.querySelectorAll('script:not([src])').length";

  private static void hostile(Town town) {
    town.write(
        "platforms",
        """
        {"id": "hostile", "name": "%1$s", "operator": {"id": "hostile-operator", "name": "%2$s"},
         "resources": [{"match": ".example.org", "role": "front"}], "recordedBy": "%1$s"}"""
            .formatted(SCRIPT, IMAGE));
    town.write(
        "cases",
        """
        {"id": "case-hostile", "subject": {"kind": "platform", "id": "hostile"}, "authority": "%s"}"""
            .formatted(IMAGE));
    town.write(
        "violations",
        """
        {"platform": "hostile", "kind": "%1$s", "source": "%1$s", "description": "%2$s"}"""
            .formatted(SCRIPT, IMAGE));
    town.write(
        "decisions",
        """
        {"case": "case-hostile", "authority": "%1$s", "measure": "block", "scope": ["front"],
         "on": ["hostile"], "law": {"announced": "%2$s", "register": "%2$s"}}"""
            .formatted(IMAGE, SCRIPT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "cases.html",
        "cases.html?case=case-hostile",
        "cases.html?platform=hostile",
        "records.html?kind=violations&q=alert",
        "records.html?kind=platforms",
        "records.html?kind=operators",
        "register.html?look=www.example.org",
        "why.html?q=www.example.org",
        "journal.html",
      })
  void standsThereAsText(String path, Town town) {
    hostile(town);
    try (Desk desk = town.teacher()) {
      desk.open(path);
      assertThat(desk.page().locator("main")).containsText("alert(");
      assertEquals(0, desk.page().evaluate(OWN_SCRIPTS));
      assertEquals(0, desk.page().locator("main img").count());
      desk.watch().assertRefused();
    }
  }

  /** What comes in by the address is text too. */
  @Test
  void whatIsAskedForStandsThereAsText(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("cases.html?case=%3Cimg%20src%3Dx%20onerror%3Dalert(3)%3E");
      Locator main = desk.page().locator("main");
      assertThat(main).containsText("<img src=x onerror=alert(3)>");
      assertEquals(0, main.locator("img").count());
    }
  }
}
