package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A version whose statements are written when somebody reads them is kept without them. */
class UnwrittenImageTest {
  /** Which statements were asked for. */
  private final List<String> asked = new ArrayList<>();

  /** The statement on a decision. */
  private record On(String decision) implements Notice {
    @Override
    public String text() {
      return "The statement on " + decision + ".";
    }
  }

  private Notice statement(String decision) {
    asked.add(decision);
    return new On(decision);
  }

  private static Rule rule(String what, int decision) {
    String id = "d-" + decision;
    return new Rule(
        Matcher.of(what),
        Measure.BLOCK,
        new Reason.OfDecision(id, "case", "GP", "law", new On(id)));
  }

  private static Blocklist layered() {
    List<Rule> base = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      base.add(rule("w" + i + ".test", i));
      base.add(rule("198.51.100." + i, i % 7));
    }
    base.add(Lists.block("*t.co*"));
    return Blocklist.compile(1, base)
        .next(2, List.of(rule("new.test", 60), rule("w3.test", 61)), base.subList(8, 12));
  }

  private static byte[] image(Blocklist list) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VersionImage.writeUnwritten(list, out);
    return out.toByteArray();
  }

  private Blocklist opened(byte[] image) {
    return VersionImage.openUnwritten(ByteBuffer.wrap(image), this::statement);
  }

  @Test
  void isTheSameVersion() throws IOException {
    Blocklist list = layered();
    Blocklist opened = opened(image(list));
    assertEquals(List.of(), asked, "no statement is asked for yet");
    assertEquals(new HashSet<>(list.rules()), new HashSet<>(opened.rules()));
    assertEquals(list.size(), opened.size());
    assertEquals(list.contentHash(), opened.contentHash());
    assertEquals(2, opened.number());
  }

  @Test
  void othersAreMadeFromIt() throws IOException {
    Blocklist list = layered();
    List<Rule> added = List.of(rule("last.test", 70));
    List<Rule> removed = List.of(rule("w9.test", 9));
    assertTrue(list.rules().containsAll(removed));
    Blocklist next = opened(image(list)).next(3, added, removed);
    assertEquals(new HashSet<>(list.next(3, added, removed).rules()), new HashSet<>(next.rules()));
    assertEquals(next.rules(), opened(image(next)).rules(), "and kept again");
  }

  @Test
  void isNotTakenForAWholeOne() throws IOException {
    byte[] unwritten = image(layered());
    assertThrows(BadVersionImage.class, () -> VersionImage.open(ByteBuffer.wrap(unwritten)));
    assertThrows(BadVersionImage.class, () -> VersionImage.openKept(ByteBuffer.wrap(unwritten)));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    VersionImage.write(layered(), whole);
    assertThrows(BadVersionImage.class, () -> opened(whole.toByteArray()));
    unwritten[unwritten.length / 2] ^= 1;
    assertThrows(BadVersionImage.class, () -> opened(unwritten));
  }
}
