package nadzor.story.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import nadzor.probe.Outcome;
import nadzor.story.Scenario;
import nadzor.story.StoryResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PageTest {
  private static final Scenario SCENARIO = MadeUp.meta();
  private static final Set<String> LOADING =
      Set.of("script", "link", "iframe", "object", "embed", "img", "base", "form", "image", "use");
  private static final Set<String> LOADS =
      Set.of("src", "srcset", "data", "poster", "action", "background", "xlink:href");

  private static String page(StoryResult result) {
    return new Page(Played.of(result)).text();
  }

  private static List<Element> elements(String page) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)));
    NodeList all = document.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 6})
  void itIsWellFormedAndItsAnchorsLead(int steps) throws Exception {
    List<Element> elements = elements(page(MadeUp.played(SCENARIO, steps)));
    Set<String> ids = new HashSet<>();
    for (Element element : elements) {
      if (element.hasAttribute("id")) {
        assertTrue(ids.add(element.getAttribute("id")), "twice: " + element.getAttribute("id"));
      }
    }
    for (Element element : elements) {
      if (element.hasAttribute("href")) {
        String href = element.getAttribute("href");
        assertTrue(
            href.startsWith("#") && ids.contains(href.substring(1)), "leads nowhere: " + href);
      }
    }
  }

  @Test
  void itLoadsNothing() throws Exception {
    String page = page(MadeUp.played(SCENARIO, 6));
    for (Element element : elements(page)) {
      assertFalse(LOADING.contains(element.getTagName()), element.getTagName());
      LOADS.forEach(name -> assertFalse(element.hasAttribute(name), name));
      assertFalse(element.getAttribute("style").contains("url("));
    }
    assertFalse(page.contains("url("));
    assertFalse(page.contains("@import"));
    assertFalse(page.contains("http://") || page.contains("https://"));
  }

  @Test
  void everyTableHasACaptionAndHeadings() throws Exception {
    for (Element table : elements(page(MadeUp.played(SCENARIO, 6)))) {
      if (table.getTagName().equals("table")) {
        assertFalse(table.getElementsByTagName("caption").item(0).getTextContent().isBlank());
        NodeList heads = table.getElementsByTagName("th");
        assertTrue(heads.getLength() > 0);
        for (int i = 0; i < heads.getLength(); i++) {
          assertTrue(((Element) heads.item(i)).hasAttribute("scope"));
        }
      }
    }
  }

  @Test
  void namesFromOutsideStayText() throws Exception {
    String attack = "<script>alert(\"1\")</script>&amp;'\u0000\u202e";
    Scenario scenario = MadeUp.renamed(SCENARIO, name -> name + attack);
    StoryResult result = MadeUp.played(scenario, 6, outcome -> Outcome.OK);
    StoryResult told =
        new StoryResult(scenario, 1, result.steps(), List.of("title '" + attack + "'"), true);
    String page = page(told);
    assertTrue(elements(page).stream().noneMatch(one -> one.getTagName().equals("script")));
    assertFalse(page.contains("<script"));
    assertTrue(page.contains("Facebook&lt;script&gt;alert(&quot;1&quot;)"));
    assertTrue(page.contains("&amp;amp;&#39;\ufffd\ufffd"));
  }

  @Test
  void aWholeRunTellsItsStory() {
    String page = page(MadeUp.played(SCENARIO, 6));
    for (String said :
        List.of(
            "Simulation.",
            "26 violations",
            "22 of them reconstructed",
            "272-FZ art. 3.3",
            "149-FZ art. 15.3",
            "24 February 2022",
            "48 hours",
            "● changed",
            "connection_reset",
            "EDE 16",
            "a page, status 451",
            "isp-dns cannot throttle",
            "651 B/s",
            "✓ All met.",
            "4 h 16 min early",
            "net4people/bbs issue 106")) {
      assertTrue(page.contains(said), "the page does not say: " + said);
    }
    assertFalse(page.contains("Incomplete run"));
  }

  @Test
  void aRunThatWasStoppedSaysSo() {
    String page = page(MadeUp.played(SCENARIO, 3));
    assertTrue(page.contains("Incomplete run."));
    assertTrue(page.contains("3 of 6 steps were measured to their end"));
    assertFalse(page.contains("decision-ig-2022-03-11"), "tells what was not yet known");
  }

  @Test
  void whatWasNotMeasuredIsNotCalledMet() {
    String page = page(MadeUp.played(SCENARIO, 0));
    assertTrue(page.contains("Nothing was compared:"));
    assertFalse(page.contains("✓"));
    assertTrue(page(MadeUp.played(SCENARIO, 3)).contains("✓ Met so far."));
  }

  @Test
  void differencesAreListedAndMarked() {
    StoryResult result =
        MadeUp.played(
            SCENARIO, 2, expected -> expected.equals(Outcome.SLOW) ? Outcome.OK : expected);
    String page = page(result);
    assertEquals(2, result.differences().size());
    assertTrue(page.contains("✕ Not met."));
    assertTrue(page.contains("≠ expected slow"));
  }
}
