package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import org.junit.jupiter.api.Test;

class ExtraTextTest {
  private final byte[] out = new byte[512];

  private String written(Reason reason, int room) {
    Rule rule = new Rule(Matcher.of("a.test"), Measure.BLOCK, reason);
    int end = new ExtraText().write(rule, out, 7, 7 + room);
    return new String(out, 7, end - 7, StandardCharsets.UTF_8);
  }

  private static Reason decision(String id) {
    return new Reason.OfDecision(id, "дело-1", "", "", "");
  }

  @Test
  void isUtf8() {
    assertEquals("decision 27-31/Ид€𝄞, case дело-1", written(decision("27-31/Ид€𝄞"), 512));
  }

  @Test
  void namesFileAndLine() {
    assertEquals("list hosts.txt, line 1204", written(new Reason.OfList("hosts.txt", 1204), 512));
    assertEquals("list hosts.txt, line 7", written(new Reason.OfList("hosts.txt", 7), 512));
    assertEquals("profile p, line 3", written(new Reason.OfProfile("p", 3), 512));
  }

  @Test
  void isWholeOrAbsent() {
    assertEquals("list a, line 1", written(new Reason.OfList("a", 1), 14));
    assertEquals("", written(new Reason.OfList("a", 1), 13));
    assertEquals("", written(decision("x".repeat(ExtraText.LONGEST)), 512));
  }
}
