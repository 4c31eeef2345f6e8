package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Behind every number stands the list of what it counts. */
@ExtendWith(InTown.class)
final class NumbersTest {
  private static Map<String, String> numbers(Desk desk) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Locator link : desk.page().locator(".numbers a").all()) {
      String path = Objects.requireNonNull(link.getAttribute("href"));
      found.put(path, Objects.requireNonNull(link.locator("strong").textContent()));
    }
    return found;
  }

  @Test
  void everyNumberOfTheOverviewLeadsToSoMany(Town town) {
    try (Desk desk = town.teacher()) {
      desk.open("index.html");
      Map<String, String> numbers = numbers(desk);
      assertEquals(8, numbers.size());
      numbers.remove("flows.html?state=open");
      numbers.forEach(
          (path, count) -> {
            desk.open(path);
            Locator total = desk.page().locator("section .more, main .more").first();
            assertThat(total).hasText(count.equals("0") ? "" : count + " of " + count);
            assertThat(desk.page().locator("tbody tr")).hasCount(Integer.parseInt(count));
          });
      desk.watch().assertRefused();
    }
  }

  @Test
  void theJournalIsVerifiedAndExported(Town town) throws IOException {
    try (Desk desk = town.teacher()) {
      desk.open("journal.html");
      desk.button("Walk the hash chain").click();
      assertThat(desk.page().locator(".verdict")).hasAttribute("data-whole", "true");
      Download export =
          desk.page().waitForDownload(() -> desk.link("Export as JSON Lines").click());
      List<String> lines = Files.readAllLines(export.path());
      assertThat(desk.page().locator(".more")).hasText(lines.size() + " of " + lines.size());
      assertTrue(lines.stream().allMatch(line -> line.startsWith("{")), lines::toString);
      desk.shot("journal");
      desk.watch().assertRefused();
    }
  }
}
