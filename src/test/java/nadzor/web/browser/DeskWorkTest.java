package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a regulator does besides: sets the calendar, dismisses, decides alone, looks back. */
@ExtendWith(InTown.class)
final class DeskWorkTest {
  @Test
  void theCalendarRunsPausesAndJumps(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("index.html");
      Locator time = desk.page().locator("#clock .clock-time");
      assertThat(time).hasText("12:00");
      desk.page().getByLabel("Speed").selectOption("3600");
      desk.button("▶ Let it run").click();
      assertThat(time).hasText(Pattern.compile("1[3-9]:\\d\\d:\\d\\d|[02]\\d:\\d\\d:\\d\\d"));
      desk.button("❚❚ Pause").click();
      assertThat(desk.button("▶ Let it run")).isVisible();
      desk.text("Jump to an instant").click();
      Locator jump = desk.form("Jump");
      jump.getByLabel("To a step of the story").selectOption("instagram");
      Desk.press(jump, "Jump there").click();
      assertThat(desk.page().locator("#clock .clock-day")).hasText("14 Mar 2022");
      desk.watch().assertRefused();
    }
  }

  @Test
  void theLaboratoryIsSetToAStepOfTheStory(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("index.html");
      desk.text("Set the whole laboratory").click();
      Locator fill = desk.form("Fill the journal from the story");
      fill.getByLabel("As the story has it at").selectOption("instagram");
      Desk.press(fill, "Replace the journal").click();
      assertThat(fill.getByText("✓ Done.")).isVisible();
      assertThat(desk.link("ig-2022-03-11")).isVisible();
      Locator empty = desk.form("Start with an empty journal");
      Desk.press(empty, "Empty the journal").click();
      assertThat(empty.getByText("✓ Done.")).isVisible();
      assertThat(desk.page().getByText("Nothing is restricted.")).isVisible();
      desk.watch().assertRefused();
    }
  }

  @Test
  void aProposalIsDismissedWithItsWhy(Town town) {
    town.write(
        "violations",
        "{\"platform\": \"facebook\", \"kind\": \"media-restricted\", \"source\": \"class-room\"}");
    town.write("clock/step", "{\"toNext\": true}");
    try (Desk desk = town.teacher()) {
      desk.open("cases.html");
      desk.text("Dismiss…").click();
      Locator form = desk.form("Dismiss fb-2022-03-04");
      Desk.field(form, "Why").fill("The demand was met in the meantime");
      Desk.press(form, "Dismiss it").click();
      assertThat(form).isHidden();
      desk.open("records.html?kind=proposals&state=dismissed");
      assertThat(desk.page().locator("tbody")).containsText("fb-2022-03-04");
      desk.link("fb-2022-03-04").click();
      desk.ready();
      assertThat(desk.page().locator("main")).containsText("The demand was met in the meantime");
      desk.watch().assertRefused();
    }
  }

  @Test
  void aDecisionOfOnesOwnIsAnnouncedWithAGracePeriod(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("cases.html?case=case-meta");
      desk.text("A decision of your own").click();
      Locator form = desk.form("Take a decision");
      form.getByLabel("facebook").uncheck();
      Desk.field(form, "Legal basis, as announced").fill("149-FZ art. 15.3");
      Desk.field(form, "Legal basis, as the register cites it").fill("149-FZ art. 15.3");
      form.getByLabel("or grace period from now").selectOption("PT48H");
      Desk.press(form, "Take the decision").click();
      Desk.assertRecorded(form);
      Locator row = desk.page().locator("tbody tr").first();
      assertThat(row).containsText("announced");
      assertThat(row).containsText("instagram");
      assertThat(row).containsText("5 Mar 2022, 12:00");
      desk.open("index.html");
      assertThat(desk.page().locator(".upcoming")).containsText("5 Mar 2022, 12:00");
      desk.watch().assertRefused();
    }
  }

  @Test
  void timeTravelShowsWhatWasInForce(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("register.html");
      assertThat(desk.page().locator("tbody tr")).hasCount(1);
      desk.text("Time travel").click();
      Locator travel = desk.form("Time travel");
      travel.getByLabel("In force at (Moscow time)").fill("2022-02-25T18:59");
      Desk.press(travel, "Show").click();
      desk.ready();
      assertThat(desk.page().getByText("what was in force on 25 Feb 2022, 18:59")).isVisible();
      assertThat(desk.page().getByText("The register is empty.")).isVisible();
      desk.link("Back to now").click();
      desk.ready();
      assertThat(desk.page().locator("tbody tr")).hasCount(1);
      desk.watch().assertRefused();
    }
  }
}
