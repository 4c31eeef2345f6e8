package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All that can be done can be done with keys alone, and it is seen where they go. */
@ExtendWith(InTown.class)
final class KeyboardTest {
  private static final int FAR = 150;
  private static final String WHERE =
      "() => { const at = document.activeElement; return (at.getAttribute('aria-label')"
          + " || at.labels?.[0]?.firstChild?.textContent || at.textContent || '').trim(); }";
  private static final String SEEN =
      "() => { const s = getComputedStyle(document.activeElement);"
          + " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }";

  /** Goes on until the focus is on what has this name; the focus is seen at every stop. */
  private static void tabTo(Page page, String name) {
    for (int i = 0; i < FAR; i++) {
      page.keyboard().press("Tab");
      Object here = page.evaluate(WHERE);
      assertEquals(true, page.evaluate(SEEN), () -> "the focus is not seen on " + here);
      if (name.equals(here)) {
        return;
      }
    }
    fail("the Tab key does not lead to " + name);
  }

  private static void press(Page page, String name) {
    tabTo(page, name);
    page.keyboard().press("Enter");
  }

  private static void type(Page page, String label, String text) {
    tabTo(page, label);
    page.keyboard().type(text);
  }

  @Test
  void theFirstStopLeadsPastTheHead(Town town) {
    try (Desk desk = town.teacher()) {
      press(desk.page(), "Skip to the content");
      assertEquals("main", desk.page().evaluate("document.activeElement.id"));
      press(desk.page(), "+ 1 hour");
      assertThat(desk.page().locator("#clock .clock-time")).hasText("13:00");
      desk.watch().assertRefused();
    }
  }

  @Test
  void aViolationIsRecorded(Town town) {
    try (Desk desk = town.teacher()) {
      Page page = desk.page();
      press(page, "Cases");
      assertThat(page.locator("h1")).hasText("Cases");
      desk.ready();
      press(page, "case-facebook");
      assertThat(page.locator("h1")).hasText("case-facebook");
      desk.ready();
      press(page, "A violation");
      type(page, "Kind", "media-restricted");
      type(page, "Source", "by keys");
      page.keyboard().press("Enter");
      Desk.assertRecorded(desk.form("Record a violation"));
      desk.watch().assertRefused();
    }
  }

  /** What is refused takes the focus to the field that is at fault. */
  @Test
  void aFaultIsToldBesideItsField(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("cases.html?case=case-facebook");
      press(desk.page(), "A violation");
      press(desk.page(), "Record the violation");
      Locator kind = desk.form("Record a violation").getByLabel("Kind");
      assertThat(kind).hasAttribute("aria-invalid", "true");
      assertThat(kind).isFocused();
      assertThat(kind)
          .hasAccessibleDescription(java.util.regex.Pattern.compile(".*found nothing.*"));
      desk.watch().assertRefused(400);
    }
  }

  @Test
  void aVersionOfTheListIsPutInForce(Town town) {
    long number = town.build("name=keys.txt", "keys.test");
    try (Desk desk = town.teacher()) {
      Page page = desk.page();
      press(page, "Lists");
      assertThat(page.locator("h1")).hasText("Lists");
      desk.ready();
      press(page, "Activate version " + number);
      tabTo(page, "Even where it looks like an accident");
      page.keyboard().press("Space");
      press(page, "Put it in force");
      assertThat(desk.dialog().getByText("✓ Done.")).isVisible();
      page.keyboard().press("Escape");
      assertThat(desk.dialog()).isHidden(); // it says the same, as long as it is there
      assertThat(page.getByText("In force beside the register: version " + number)).isVisible();
      desk.watch().assertRefused();
    }
  }

  @Test
  void aDialogIsLeftToWhereItWasOpened(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("cases.html?case=case-facebook");
      press(desk.page(), "Lift fb-2022-02-25");
      assertThat(desk.form("Lift fb-2022-02-25").getByLabel("Why")).isFocused();
      desk.page().keyboard().press("Escape");
      assertThat(desk.dialog()).hasCount(0);
      assertThat(desk.button("Lift fb-2022-02-25")).isFocused();
      desk.watch().assertRefused();
    }
  }
}
