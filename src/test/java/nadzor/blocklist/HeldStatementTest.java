package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;

/** A statement that is written when it is read is not written by compiling. */
class HeldStatementTest {
  private final List<String> written = new ArrayList<>();

  private final class Late implements Notice {
    private final String decision;

    Late(String decision) {
      this.decision = decision;
    }

    @Override
    public String text() {
      written.add(decision);
      return "On access to example.org";
    }
  }

  private static Rule rule(String name, Reason reason) {
    return new Rule(Matcher.exact(DomainName.of(name)), Measure.BLOCK, reason);
  }

  private Blocklist list() {
    return Blocklist.compile(
        1,
        List.of(
            rule("a.test", new Reason.OfDecision("d-1", "c", "who", "law", new Late("d-1"))),
            rule("b.test", new Reason.OfList("list.txt", 7)),
            rule("c.test", new Reason.OfDecision("d-2", "c", "who", "law", "written")),
            rule("d.test", new Reason.OfDecision("d-1", "c", "who", "law", new Late("d-3")))));
  }

  private static Reason reason(Blocklist list, String name) {
    return list.find(NameView.of(name)).rules().get(0).reason();
  }

  private static String notice(Blocklist list, String name) {
    return reason(list, name).label() + ": " + reason(list, name).notice();
  }

  @Test
  void waitsUntilItIsRead() {
    Blocklist list = list();
    Reason.OfDecision first = assertInstanceOf(Reason.OfDecision.class, reason(list, "a.test"));
    assertTrue(written.isEmpty(), written.toString());
    assertSame(first.statement(), ((Reason.OfDecision) reason(list, "a.test")).statement());
    assertEquals("On access to example.org", first.notice());
    assertEquals(List.of("d-1"), written);
  }

  @Test
  void isWrittenIntoAFile() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    VersionImage.write(list(), file);
    Blocklist read = VersionImage.open(ByteBuffer.wrap(file.toByteArray()));
    assertEquals("d-1: On access to example.org", notice(read, "a.test"));
    assertEquals("list.txt:7: Listed in list.txt, line 7.", notice(read, "b.test"));
    assertEquals("d-2: written", notice(read, "c.test"));
    assertEquals("d-1: On access to example.org", notice(read, "d.test"));
    assertEquals(list().contentHash(), read.contentHash());
  }
}
