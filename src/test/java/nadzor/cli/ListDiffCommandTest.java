package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists are compared, whether they are files or versions. */
class ListDiffCommandTest extends ListCommandCase {
  /** Nothing is kept of either. */
  @Test
  void filesAreComparedAsTheyAre() throws IOException {
    String monday = file("monday.txt", "a.test", "gone.test", "*tube*", "a..b.test");
    String tuesday = file("tuesday.txt", "# one line more", "*tube*", "A.test", "came.test.");
    assertEquals(0, list("diff", monday, tuesday), this::all);
    assertEquals(
        """
        + block came.test
        - block gone.test
        DIR/monday.txt: 3 items read, 0 values repaired, 1 refused, 0 that restrict nothing
        DIR/tuesday.txt: 3 items read, 2 values repaired, 0 refused, 0 that restrict nothing
        1 added, 1 removed, 0 for other reasons; 3 rules before, 3 after
        """,
        steady(out.toString()));
    assertTrue(err.toString().contains("monday.txt:4:"), all());
    assertEquals(0, list("diff", monday, tuesday, "--csv"), this::all);
    assertEquals(
        """
        what,measure,matcher,before,after
        "added","block","came.test","","tuesday.txt:4"
        "removed","block","gone.test","monday.txt:2",""
        """,
        steady(out.toString()));
    assertTrue(err.toString().contains("tuesday.txt: 3 items read"), all());
    assertEquals(0, list("diff", monday, tuesday, "--json"), this::all);
    JsonNode told = JsonMapper.shared().readTree(out.toString());
    assertEquals(monday, told.path("from").asString());
    assertEquals(
        "{\"items\":3,\"repairedValues\":2,\"refusedValues\":0,\"unordered\":0}",
        told.at("/read/to").toString());
    assertEquals(2, told.path("changes").size());
    assertFalse(Files.exists(folder.resolve("lists")));
  }

  @Test
  void aFileIsComparedWithAVersion() throws IOException {
    built("a.test", "b.test");
    String next = file("given.txt", "||b.test^", "||c.test^");
    assertEquals(0, list("diff", "1", next), this::all);
    String summary = "2 added, 2 removed, 0 for other reasons; 2 rules before, 2 after";
    assertTrue(out.toString().contains(summary), all());
    assertTrue(
        out.toString().contains("+ block .b.test\n+ block .c.test\n- block a.test\n"), all());
    assertEquals(0, list("diff", next, "1", "--measure", "throttle", "--json"), this::all);
    JsonNode told = JsonMapper.shared().readTree(out.toString());
    assertEquals(1, told.path("to").asInt());
    assertTrue(told.path("read").has("from") && !told.path("read").has("to"), all());
    assertTrue(out.toString().contains("throttle"), all());
    String digits = file("7", "a.test", "b.test");
    assertEquals(0, list("diff", digits, "1"), this::all);
    assertTrue(out.toString().contains("of these reasons 2 differ by the list's name"), all());
    assertEquals(2, list("diff", "1", next, "--as", "plain"), this::all);
    assertTrue(err.toString().contains("most of it cannot be used; the first: "), all());
    assertEquals(2, list("diff", "1", "1", "--as", "plain"), this::all);
    assertTrue(err.toString().contains("--as: found two stored versions"), all());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|9|found list version 9, expected one of 1 to 1 in DIR/lists;"
            + " nor is there a file of that name, to be written ./9",
        "none.txt|1|found 'none.txt': no such file, and no number of a version;"
            + " expected a file, or one of 1 to 1 in DIR/lists"
      })
  void whatIsNeitherFileNorVersionIsSaidToBeNeither(String from, String to, String said)
      throws IOException {
    built(names(0, 10));
    assertEquals(2, list("diff", from, to), this::all);
    assertTrue(steady(err.toString()).contains(said), all());
  }
}
