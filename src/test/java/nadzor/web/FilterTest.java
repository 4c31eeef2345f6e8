package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "site77.test",
          "SITE77",
          "xsIte7",
          "ß",
          "ſ",
          "Я",
          "ёж",
          "Kelvin \u212A",
          "ı",
          "İ",
          "i",
          "I",
          "s7",
          "77",
          "decision-77",
          " ",
          "\uD83D\uDE00");

  /** The same as a comparison at every place, whatever the first character is. */
  @Test
  void findsTextWhateverItsCase() {
    for (String sought : TEXTS) {
      Filter filter = new Filter(Optional.of(sought));
      for (String text : TEXTS) {
        boolean wanted = false;
        for (int at = 0; at + sought.length() <= text.length(); at++) {
          wanted |= text.regionMatches(true, at, sought, 0, sought.length());
        }
        assertEquals(wanted, filter.isInOne(text), "'" + sought + "' in '" + text + "'");
      }
    }
    assertTrue(new Filter(Optional.empty()).isInOne("anything"));
  }
}
