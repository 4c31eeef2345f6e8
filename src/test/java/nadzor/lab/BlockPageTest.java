package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockPageTest {
  private static final BlockNotice NOTICE =
      new BlockNotice(
          "www.facebook.com",
          Optional.of("Authority"),
          Optional.of("No 1"),
          Optional.of("case-1"),
          Optional.of("Law 1"),
          "First.\n\nSecond.");

  @Test
  void tellsEverythingAndThatItIsASimulation() {
    String page = BlockPage.render(NOTICE);
    assertTrue(page.contains("<html lang=\"en\">"));
    assertTrue(page.contains("role=\"note\">SIMULATION"));
    assertTrue(page.contains("<title>SIMULATION: access to www.facebook.com is restricted"));
    assertTrue(page.contains("<dt>Authority</dt><dd>Authority</dd>"));
    assertTrue(page.contains("<dt>Decision</dt><dd>No 1</dd>"));
    assertTrue(page.contains("<dt>Case</dt><dd>case-1</dd>"));
    assertTrue(page.contains("<dt>Legal basis</dt><dd>Law 1</dd>"));
    assertTrue(page.contains("<p>First.</p>\n<p>Second.</p>"));
    assertTrue(page.contains("prefers-color-scheme:dark"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x>", "' onload='x", "a&b<c>"})
  void escapesEverything(String evil) {
    Optional<String> fact = Optional.of(evil);
    String page = BlockPage.render(new BlockNotice(evil, fact, fact, fact, fact, evil));
    String harmless = BlockPage.render(new BlockNotice("x", fact(), fact(), fact(), fact(), "x"));
    assertFalse(page.contains(evil), page);
    assertEquals(tags(harmless), tags(page), "no text makes a tag");
  }

  private static Optional<String> fact() {
    return Optional.of("x");
  }

  private static long tags(String page) {
    return page.chars().filter(c -> c == '<').count();
  }

  @Test
  void fetchesNothingAndLeavesOutWhatIsNotKnown() {
    String page =
        BlockPage.render(
            new BlockNotice(
                "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ""));
    assertFalse(page.contains("<dt>"));
    assertFalse(page.contains("http"));
    assertFalse(page.contains("src="));
    assertFalse(page.contains("<script"));
    assertTrue(page.contains("Access to this site is restricted"));
  }
}
