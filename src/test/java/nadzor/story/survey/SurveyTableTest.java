package nadzor.story.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyTableTest {
  private static final List<String> TECHNIQUES = List.of("plain", "quic-v1");

  private static SurveyResult result(int networks, boolean complete) {
    List<String> names =
        IntStream.range(0, networks).mapToObj(i -> "a-network-of-number-" + i).toList();
    List<Errand> errands = new ArrayList<>();
    List<Surveyed> cells = new ArrayList<>();
    for (String technique : TECHNIQUES) {
      for (String name : names) {
        Errand errand = MadeUp.errand(name, SurveyWorld.BLOCK, technique);
        errands.add(errand);
        String outcome =
            technique.equals("plain") ? "blocked(tls)" : "not measured: no way for datagrams here";
        cells.add(MadeUp.surveyed(errand, "no way for datagrams here", 1, outcome));
      }
    }
    List<Surveyed> measured = complete ? cells : cells.subList(0, 1);
    return MadeUp.result(names, errands, measured, complete);
  }

  @Test
  void fewNetworksStandSideBySide() {
    String expected =
        """
        block: sensitive.test/object.png  a-network-of-number-0  a-network-of-number-1
          plain                           blocked(tls)           blocked(tls)
          quic-v1                         -                      -

        -  not measured: no way for datagrams here
        """;
    assertEquals(expected, new SurveyTable(result(2, true)).text());
  }

  @Test
  void manyAreSplitSoThatNoLineIsWiderThanAPage() {
    String text = new SurveyTable(result(11, true)).text();
    assertTrue(text.lines().allMatch(line -> line.length() <= SurveyTable.PAGE), text);
    assertEquals(6, text.lines().filter(line -> line.startsWith("block:")).count(), text);
    IntStream.range(0, 11)
        .forEach(i -> assertTrue(text.contains("a-network-of-number-" + i), "network " + i));
  }

  @Test
  void whatWasNotReachedIsMarked() {
    String text = new SurveyTable(result(2, false)).text();
    assertTrue(text.contains("blocked(tls)           ?"), text);
    assertTrue(text.contains("incomplete"), text);
  }
}
