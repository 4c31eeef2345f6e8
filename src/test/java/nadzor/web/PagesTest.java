package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every page is its own file in the one shell; what is served says by its tag what it is. */
@Timeout(120)
class PagesTest {
  private static final Path FILES = Path.of("src/main/resources/web/pages");
  private static final Pattern CURRENT =
      Pattern.compile("<a href=\"([a-z]+\\.html)\" aria-current=\"page\">([^<]+)</a>");

  private final Map<String, String> pages = Pages.shipped().whole();

  private static List<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(group))
        .toList();
  }

  @Test
  void theNavigationNamesEveryFile() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".html"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(names, new TreeSet<>(pages.keySet()));
    }
  }

  @Test
  void eachPageIsWholeAndShowsWhereItIs() {
    pages.forEach(
        (file, page) -> {
          assertEquals(List.of(file), found(CURRENT, page, 1), file);
          String title = found(CURRENT, page, 2).get(0);
          assertTrue(page.contains("<title>" + title + " · nadzor</title>"), file);
          assertEquals(List.of(title), found(Pattern.compile("<h1>([^<]*)</h1>"), page, 1), file);
          assertTrue(page.contains("<strong>Simulation.</strong>"), file);
          assertEquals(1, found(Pattern.compile("<script type=\"module\" src="), page, 0).size());
          assertTrue(page.startsWith("<!doctype html>\n") && page.endsWith("</html>\n"), file);
          assertTrue(!page.contains("{{"), file);
        });
  }

  @Test
  void aFileWithoutItsMainPartIsRefused() {
    assertThrows(IllegalStateException.class, () -> Pages.composed("{{main}}", "a.html", "<p>"));
  }

  @Test
  void aPageIsServedOnceAndTaggedByItsContent(@TempDir Path directory)
      throws IOException, InterruptedException {
    try (ServedOffice served = ServedOffice.start(directory, "2022-03-10T00:00:00Z")) {
      Set<String> tags = new HashSet<>();
      for (String file : pages.keySet()) {
        ServedOffice.Got got = served.raw("GET", served.request("/" + file), "");
        assertEquals(pages.get(file), got.response().body());
        var headers = got.response().headers();
        assertEquals("text/html; charset=utf-8", headers.firstValue("content-type").orElse(""));
        assertTrue(
            headers
                .firstValue("content-security-policy")
                .orElse("")
                .startsWith("default-src 'self';"));
        tags.add(got.etag());
        ServedOffice.Got again =
            served.raw("GET", served.request("/" + file), "", "If-None-Match", got.etag());
        assertEquals(304, again.status());
      }
      assertEquals(pages.size(), tags.size());
      ServedOffice.Got root = served.raw("GET", served.request("/"), "");
      assertEquals(pages.get("index.html"), root.response().body());
      ServedOffice.Got head = served.raw("HEAD", served.request("/cases.html"), "");
      assertEquals(200, head.status());
      assertEquals("", head.response().body());
    }
  }
}
