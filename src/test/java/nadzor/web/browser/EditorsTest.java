package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several people at once: nobody undoes unseen what another did. */
@ExtendWith(InTown.class)
final class EditorsTest {
  private static Locator correction(Desk desk) {
    desk.open("cases.html?platform=facebook");
    desk.text("A correction of the card").click();
    return desk.form("Correct the card");
  }

  private static void name(Locator form, String name) {
    Desk.field(form, "Name").fill(name);
    Desk.press(form, "Record the correction").click();
  }

  @Test
  void theSecondIsToldThatTheFirstWasThere(Town town) {
    try (Desk first = town.teacher();
        Desk second = town.teacher()) {
      Locator hers = correction(first);
      Locator his = correction(second);
      name(hers, "Facebook, as she has it");
      Desk.assertRecorded(hers);
      name(his, "Facebook, as he has it");
      assertThat(his.getByText("Somebody changed this since you read it")).isVisible();
      assertThat(Desk.field(his, "Name")).hasValue("Facebook, as he has it");
      second.shot("two-editors");
      Desk.press(his, "Read it again").click();
      assertThat(Desk.field(second.form("Correct the card"), "Name"))
          .hasValue("Facebook, as she has it");
      name(second.form("Correct the card"), "Facebook, as he has it");
      Desk.assertRecorded(second.form("Correct the card"));
      first.watch().assertRefused();
      second.watch().assertRefused(412);
    }
  }

  /** What one records stands on the other's page without a reload. */
  @Test
  void whatOneRecordsTheOtherSees(Town town) {
    try (Desk first = town.teacher();
        Desk second = town.passerBy()) {
      second.open("cases.html?case=case-facebook");
      assertThat(second.link("25 violations")).isVisible();
      first.open("cases.html?case=case-facebook");
      first.text("A violation").click();
      Locator form = first.form("Record a violation");
      Desk.field(form, "Kind").fill("media-restricted");
      Desk.field(form, "Source").fill("class-room");
      Desk.press(form, "Record the violation").click();
      assertThat(second.link("26 violations")).isVisible();
      first.watch().assertRefused();
      second.watch().assertRefused();
    }
  }

  @Test
  void whoHasNoLinkOnlyReads(Town town) {
    try (Desk desk = town.passerBy()) {
      desk.open("cases.html?case=case-facebook");
      assertThat(desk.page().getByText("You are reading only.")).isVisible();
      assertThat(desk.page().locator("body")).hasAttribute("data-writes", "false");
      desk.open("register.html?look=scontent.xx.fbcdn.net");
      assertThat(desk.page().locator(".verdict")).containsText("In the register");
      desk.watch().assertRefused();
    }
  }
}
