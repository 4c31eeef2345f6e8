package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A list from its file to a restriction that bites, and back, before the dashboard. */
@ExtendWith(InTown.class)
final class ListsPageTest {
  private static final String SITE = "https://example.org/";
  private static final String RESET = "ERR_CONNECTION_RESET";
  private static final String HARMLESS = "first.test\nsecond.test\n";
  private static final String BITING = HARMLESS + "example.org\n*t.co*\nbad..name\n";

  private static void choose(Locator form, String name, String list) {
    form.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/plain", list.getBytes(UTF_8)));
  }

  /** The number of the version that was built of it. */
  private static String builds(Desk desk, String name, String list) {
    desk.open("lists.html");
    Locator form = desk.form("Build a version");
    choose(form, name, list);
    Desk.press(form, "Check first").click();
    assertThat(form.getByText("Nothing is kept yet. This would be:")).isVisible();
    Desk.press(form, "Build it").click();
    assertThat(form.getByText("✓ Built.")).isVisible();
    String link = String.valueOf(form.locator(".preview strong + a").textContent());
    return link.replace("version ", "");
  }

  private static Locator opensActivation(Desk desk, String number) {
    desk.open("lists.html");
    desk.button("Activate version " + number).click();
    return desk.form("Activate version " + number);
  }

  private static void finishes(Desk desk, Locator form) {
    Desk.press(form, "Put it in force").click();
    assertThat(form.getByText("✓ Done.")).isVisible();
    Desk.press(desk.dialog(), "Close").click();
  }

  private static void activates(Desk desk, String number) {
    finishes(desk, opensActivation(desk, number));
    assertThat(state(desk)).containsText("In force beside the register: version " + number + ".");
  }

  private static Locator state(Desk desk) {
    return desk.page().getByLabel("In the networks");
  }

  @Test
  void aListIsBuiltBitesAndIsTakenBack(Town town) throws IOException {
    try (Desk desk = town.teacher();
        Tenant tenant = town.tenant("tspu-2022")) {
      String harmless = builds(desk, "harmless.txt", HARMLESS);
      activates(desk, harmless);
      assertEquals("example.org", tenant.opens(SITE));
      String biting = builds(desk, "biting.txt", BITING);
      assertEquals("example.org", tenant.opens(SITE), "a build alone restricts nothing");
      seesWhatDiffers(desk, harmless, biting);
      looksItOver(desk, biting);
      exportsIt(desk, biting);
      activates(desk, biting);
      desk.shot("lists", 1300);
      assertEquals(RESET, tenant.opens(SITE));
      desk.button("Go back to the version before").click();
      assertThat(state(desk)).containsText("beside the register: version " + harmless + ".");
      assertEquals("example.org", tenant.opens(SITE));
      assertThat(desk.page().getByLabel("Activations").locator("tbody tr").first())
          .containsText("gone back to");
      desk.watch().assertRefused();
    }
  }

  private static void seesWhatDiffers(Desk desk, String from, String to) {
    desk.open("lists.html");
    Locator form =
        desk.page()
            .getByRole(
                AriaRole.SEARCH, new Page.GetByRoleOptions().setName("Compare two versions"));
    form.getByLabel("From version").selectOption(from);
    form.getByLabel("To version").selectOption(to);
    Desk.press(form, "Compare").click();
    desk.ready();
    assertThat(desk.page().locator("h1")).hasText("From version " + from + " to " + to);
    Locator came = desk.page().locator(".numbers a").first();
    assertThat(came).hasText("2 came");
    assertThat(desk.page().getByLabel("Renamed sources"))
        .hasText(
            "2 changes of reasons by the name of a source alone: harmless.txt is biting.txt now.");
    came.click();
    desk.ready();
    assertThat(desk.page().locator("tbody tr")).hasCount(2);
    assertThat(desk.page().locator("tbody")).containsText("example.org");
    assertThat(desk.page().locator(".numbers a").nth(1)).hasText("0 went");
  }

  private static void looksItOver(Desk desk, String number) {
    desk.open("lists.html?version=" + number);
    Locator entries = desk.page().getByLabel("Entries", exactly());
    assertThat(entries.locator("tbody tr")).hasCount(4);
    entries.getByLabel("Name, address or reason").fill("EXAMPLE");
    Desk.press(entries, "Search").click();
    desk.ready();
    assertThat(entries.locator("tbody tr")).hasCount(1);
    assertThat(entries.locator("tbody")).containsText("example.org");
    Locator lint = desk.page().getByLabel("What a person would regret");
    lint.getByText(Pattern.compile("\\d+ errors?")).first().click();
    desk.ready();
    assertThat(lint.locator("tbody")).containsText("*t.co*");
    assertThat(lint.locator("tbody tr .badge.note")).hasCount(0);
    desk.shot("list-version", 1600);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static void exportsIt(Desk desk, String number) throws IOException {
    Locator export = desk.page().getByLabel("Export");
    export.getByLabel("Format").selectOption("hosts");
    assertThat(export.getByText("3 of 4 entries can be written.")).isVisible();
    export.getByLabel("Format").selectOption("plain");
    assertThat(export.getByText("Nothing is lost: 4 entries.")).isVisible();
    Download file = desk.page().waitForDownload(() -> desk.link("Download").click());
    assertEquals("list-" + number + ".plain.txt", file.suggestedFilename());
    assertTrue(Files.readString(file.path()).contains("example.org\n"));
  }

  @Test
  void aShadowIsToldAndActsOnNobody(Town town) {
    town.write("lists/activate", inForce(town.build("name=shadow-a.txt", HARMLESS)));
    long biting = town.build("name=shadow-b.txt", BITING);
    try (Desk desk = town.teacher();
        Tenant tenant = town.tenant("tspu-2022")) {
      Locator form = opensActivation(desk, String.valueOf(biting));
      form.getByLabel("How far").selectOption("shadow");
      finishes(desk, form);
      assertThat(state(desk)).containsText("judged and told, acting on nobody");
      assertEquals("example.org", tenant.opens(SITE));
      desk.page()
          .getByRole(AriaRole.LINK)
          .getByText(Pattern.compile("[1-9]\\d* newly restricted requests?"))
          .click();
      desk.ready();
      Locator first = desk.page().locator("tbody tr").first();
      assertThat(first).containsText("example.org");
      assertThat(first).containsText("only told");
      desk.open("lists.html");
      desk.button("End the trial").click();
      assertThat(state(desk)).containsText("rolled back by teacher");
      desk.watch().assertRefused();
    }
  }

  @Test
  void aCanaryThatHitsAControlSiteIsTakenBackByItself(Town town) {
    town.write("lists/activate", inForce(town.build("name=canary-a.txt", HARMLESS)));
    long biting = town.build("name=canary-b.txt", BITING);
    try (Desk desk = town.teacher();
        Tenant tenant = town.tenant("tspu-2022")) {
      Locator form = opensActivation(desk, String.valueOf(biting));
      form.getByLabel("How far").selectOption("canary");
      form.getByLabel("Share of a canary, per cent").fill("100");
      form.getByLabel("Take it back when one of these is hit").fill("org\n");
      finishes(desk, form);
      assertThat(state(desk)).containsText("for 100 % of the clients");
      var unused = tenant.opens(SITE);
      assertThat(state(desk)).containsText("taken back by its guard");
      assertThat(state(desk)).containsText("the control site org is hit");
      assertEquals("example.org", tenant.opens(SITE));
      desk.watch().assertRefused();
    }
  }

  private static String inForce(long number) {
    return "{\"number\": " + number + ", \"yesReally\": true}";
  }

  @Test
  void faultsAreToldBesideTheirFields(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("lists.html");
      Locator form = desk.form("Build a version");
      Locator file = form.locator("input[type=file]");
      Desk.press(form, "Build it").click();
      assertThat(file).hasAttribute("aria-invalid", "true");
      assertThat(file).isFocused();
      choose(form, "broken.xml", "<register><broken");
      Desk.press(form, "Build it").click();
      assertThat(form.getByText("The list cannot be read")).isVisible();
      assertThat(file).hasAccessibleDescription(Pattern.compile(".*broken.xml:1.*"));
      choose(form, "empty.txt", "# nothing\n");
      Desk.press(form, "Build it").click();
      Locator really = form.getByLabel("Keep it even where it looks like an accident");
      assertThat(really).hasAccessibleDescription(Pattern.compile(".*accident.*"));
      desk.watch().assertRefused(422, 422);
    }
  }

  @Test
  void whatAFileSaysStandsThereAsText(Town town) {
    String hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
    long number =
        town.build(
            "name=" + hostile + "&note=" + hostile + "&recordedBy=" + hostile, "hostile.test\n");
    try (Desk desk = town.teacher()) {
      for (String path : new String[] {"lists.html", "lists.html?version=" + number}) {
        desk.open(path);
        assertThat(desk.page().locator("main")).containsText("<img src=x onerror=alert(1)>");
        assertEquals(0, desk.page().locator("main img").count());
      }
      desk.watch().assertRefused();
    }
  }

  @Test
  void aVersionThatIsNotThereIsSaidToBeMissing(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("lists.html?version=9999");
      assertThat(desk.page().locator("main")).containsText("There is no version “9999”.");
      desk.watch().assertRefused(404);
    }
  }
}
