package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page on every kind of screen: nothing runs out of it to the side, all text stands out from
 * its ground (WCAG 2.2, 1.4.3), every control has a name, and each page says that it is a
 * simulation.
 */
@ExtendWith(InTown.class)
final class LooksTest {
  private static final List<String> PAGES =
      List.of(
          "index",
          "cases",
          "cases.html?case=case-facebook",
          "cases.html?decision=fb-2022-02-25",
          "cases.html?platform=facebook",
          "records.html?kind=violations",
          "records.html?kind=decisions",
          "register.html?look=scontent.xx.fbcdn.net",
          "flows",
          "flows.html?view=restrictions",
          "throttling",
          "why.html?q=scontent.xx.fbcdn.net",
          "measurements",
          "profiles",
          "profiles.html?profile=tspu-2022",
          "networks",
          "journal",
          "lists",
          "lists.html?version=2",
          "lists.html?from=1&to=2",
          "lists.html?view=events");
  private static final String LONG = "long-".repeat(12) + "." + "label".repeat(12) + ".test";
  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
  private static final String FAULTS = script();

  private static String script() {
    try (InputStream in =
        Objects.requireNonNull(LooksTest.class.getResourceAsStream("/browser/looks.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0} px, {2}")
  @CsvSource({"1280, 900, LIGHT", "1280, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
  void everyPageFits(int width, int height, ColorScheme scheme, Town town) {
    town.build("name=a.txt", "a.test");
    town.build("name=b.txt&note=masks", "a.test\n*t.co*\n192.0.2.0/24\nco.uk\n" + LONG);
    try (Desk desk = town.teacher(width, height, scheme)) {
      for (String name : PAGES) {
        String path = name.contains(".html") ? name : name + ".html";
        desk.open(path);
        assertFits(desk.page(), path);
      }
      desk.open("index.html")
          .shot("overview-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
      desk.watch().assertRefused();
    }
  }

  private static void assertFits(Page page, String path) {
    assertThat(page.locator("header")).containsText("Simulation.");
    assertThat(page.locator("h1")).hasCount(1);
    assertEquals(0, page.evaluate(TOO_WIDE), () -> path + " is wider than the screen");
    assertEquals(List.of(), page.evaluate(FAULTS), path);
  }
}
