package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadzor.story.Matrix;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void breaksAtBlanksBehindTheMark() {
    String text = Text.wrapped("word ".repeat(40), "  | ");
    assertEquals(3, text.lines().count());
    assertTrue(text.lines().allMatch(line -> line.startsWith("  | word") && line.length() <= 80));
    assertEquals("  |", Text.wrapped("", "  | "));
  }

  @Test
  void aMatrixMarksWhatChangedAndFoldsWhatIsOk() {
    Map<String, List<Matrix.Cell>> rows = new LinkedHashMap<>();
    rows.put(
        "plain",
        List.of(new Matrix.Cell("blocked(tls)", true, false), new Matrix.Cell("ok", false, true)));
    Matrix loud = new Matrix("facebook", List.of("a", "b"), rows);
    Matrix quiet =
        new Matrix(
            "neutral", List.of("a"), Map.of("plain", List.of(new Matrix.Cell("ok", false, false))));
    String text = new MatrixText(new Paint(false)).of(List.of(loud, quiet), true);
    assertTrue(text.contains("blocked(tls)*"), text);
    assertTrue(text.contains("ok!"), text);
    assertTrue(text.contains("ok everywhere, with every technique: neutral"), text);
  }
}
