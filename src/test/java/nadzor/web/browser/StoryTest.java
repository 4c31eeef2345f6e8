package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole story at the regulator's desk, and what it does to a browser in a network. */
@ExtendWith(InTown.class)
final class StoryTest {
  private static final String RESET = "ERR_CONNECTION_RESET";
  private static final String FACEBOOK = "https://www.facebook.com/";
  private static final String INSTAGRAM = "https://www.instagram.com/";

  /** The 26th violation is recorded; policy proposes, a person takes; the next request is reset. */
  @Test
  void aViolationBecomesADecisionThatBites(Town town) {
    try (Desk desk = town.teacher();
        Tenant tenant = town.tenant("tspu-2022")) {
      assertEquals("www.facebook.com", tenant.opens(FACEBOOK));
      recordsTheLastViolation(desk);
      seesWhatPolicyProposes(desk);
      takesIt(desk);
      assertEquals(RESET, tenant.opens(FACEBOOK));
      findsItInTheRegister(desk);
      asksWhy(desk);
      lifts(desk);
      assertEquals("www.facebook.com", tenant.opens(FACEBOOK));
      desk.watch().assertRefused();
    }
  }

  private static void recordsTheLastViolation(Desk desk) {
    desk.open("cases.html?case=case-facebook");
    desk.text("A violation").click();
    Locator form = desk.form("Record a violation");
    Desk.field(form, "Kind").fill("media-restricted");
    Desk.field(form, "Legal basis").fill("272-FZ art. 3.3");
    Desk.field(form, "What happened").fill("The account of a newspaper restricted");
    Desk.field(form, "Source").fill("class-room");
    Desk.press(form, "Check first").click();
    assertThat(form.getByText("Nothing is recorded yet. This would be:")).isVisible();
    desk.shot("record");
    Desk.press(form, "Record the violation").click();
    Desk.assertRecorded(form);
    assertThat(desk.link("26 violations")).isVisible();
  }

  private static void seesWhatPolicyProposes(Desk desk) {
    desk.open("index.html");
    desk.button("To the next event").click();
    assertThat(desk.page().getByText("1 decision is proposed")).isVisible();
    desk.open("cases.html?case=case-facebook");
    Locator proposal = proposal(desk);
    assertThat(proposal.getByText("Why:")).isVisible();
    assertThat(proposal).containsText("full-restriction");
    assertThat(proposal).containsText("26 violations");
    desk.shot("proposal");
  }

  private static Locator proposal(Desk desk) {
    return desk.page()
        .getByRole(AriaRole.ARTICLE)
        .filter(new Locator.FilterOptions().setHasText("fb-2022-03-04"));
  }

  private static void takesIt(Desk desk) {
    proposal(desk).getByText("Take…").click();
    Locator form = desk.form("Take fb-2022-03-04");
    assertThat(form.getByText("In the networks, at once:")).isVisible();
    desk.shot("take");
    Desk.press(form, "Take it").click();
    assertThat(proposal(desk)).isHidden();
    assertThat(row(desk, "fb-2022-03-04")).containsText("in force");
    assertThat(row(desk, "fb-2022-02-25")).containsText("superseded");
    desk.shot("case");
  }

  private static Locator row(Desk desk, String id) {
    return desk.page()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHas(desk.link(id)))
        .first();
  }

  private static void findsItInTheRegister(Desk desk) {
    desk.open("register.html");
    Locator search = desk.page().getByLabel("A URL, a host name or an address");
    search.fill("www.facebook.com");
    search.press("Enter");
    assertThat(desk.page().locator(".verdict")).containsText("In the register");
    assertThat(desk.page().locator(".verdict")).containsText("www.facebook.com is restricted");
    Locator statement = desk.page().locator(".out .statement").first();
    assertThat(statement).containsText("Simulation: laboratory statement");
    desk.shot("register");
    desk.page().locator("input[name=lookup-language][value=ru]").check();
    assertThat(statement).hasAttribute("lang", "ru");
    assertThat(statement).containsText(Pattern.compile("[а-я]{4}"));
  }

  private static void asksWhy(Desk desk) {
    desk.link("What each network does with it, and why").click();
    desk.ready();
    Locator network = desk.page().getByLabel("network tspu-2022");
    assertThat(network).hasAttribute("data-restricted", "true");
    assertThat(network).containsText("fb-2022-03-04");
    assertThat(desk.page().getByLabel("network control")).hasAttribute("data-restricted", "false");
    desk.shot("why");
  }

  private static void lifts(Desk desk) {
    desk.open("cases.html?decision=fb-2022-03-04");
    desk.button("Lift fb-2022-03-04").click();
    Locator form = desk.form("Lift fb-2022-03-04");
    Desk.field(form, "Why").fill("All that was demanded is done");
    Desk.press(form, "Lift it").click();
    Desk.assertRecorded(form);
    Desk.press(desk.dialog(), "Close").click();
    assertThat(desk.page().locator("dl").first()).containsText("lifted");
  }

  /**
   * From a live flow: restrict this, lift this. Before, during and after in one running browser.
   */
  @Test
  void aLiveFlowIsRestrictedAndLifted(Town town) {
    try (Desk desk = town.teacher();
        Tenant tenant = town.tenant("tspu-2022")) {
      desk.open("flows.html?network=tspu-2022&q=www.instagram.com");
      assertEquals("www.instagram.com", tenant.opens(INSTAGRAM));
      desk.button("Restrict www.instagram.com").first().click();
      Locator restrict = desk.form("Restrict www.instagram.com");
      assertThat(restrict.getByText("In the networks, at once:")).isVisible();
      desk.view("restrict");
      Desk.press(restrict, "Restrict it").click();
      Desk.assertRecorded(restrict);
      Desk.press(desk.dialog(), "Close").click();
      assertEquals(RESET, tenant.opens(INSTAGRAM));
      Locator liftThis = desk.button("Lift what holds www.instagram.com").first();
      assertThat(liftThis).isVisible();
      desk.shot("flows");
      liftThis.click();
      Locator lift = desk.form("Lift what holds www.instagram.com");
      Desk.press(lift, "Lift it").click();
      Desk.assertRecorded(lift);
      assertEquals("www.instagram.com", tenant.opens(INSTAGRAM));
      desk.watch().assertRefused();
    }
  }
}
