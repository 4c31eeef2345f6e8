package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.registry.BlockType;
import nadzor.registry.CitedDecision;
import nadzor.registry.Register;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import org.junit.jupiter.api.Test;

/** The laboratory's register in the formats of others. */
class RegisterItemsTest {
  private static final Instant AT = Instant.parse("2022-03-13T21:00:00Z");

  private static RegisterEntry entry(long id, Measure measure, String... matchers) {
    return new RegisterEntry(
        id,
        AT,
        3,
        BlockType.DOMAIN,
        new CitedDecision(LocalDate.of(2022, 2, 24), Optional.of("1/2"), "Генпрокуратура"),
        "149-FZ art. 15.3",
        "d",
        "c",
        "facebook",
        measure,
        Stream.of(matchers).map(m -> new Resource(Matcher.of(m), Role.FRONT)).toList(),
        new nadzor.blocklist.Notice.Written("A notice."));
  }

  private static String written(Format format, List<Remark> lost, RegisterEntry... entries)
      throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ListWriter writer = Lists.writer(format, octets, lost::add)) {
      writer.heading(RegisterItems.heading(AT));
      for (ListItem item : RegisterItems.of(new Register(AT, List.of(entries))).toList()) {
        writer.item(item);
      }
    }
    return octets.toString(Charset.forName("windows-1251"));
  }

  @Test
  void anEntryIsOneRecordAndAThrottledOneIsLeftOut() throws IOException {
    List<Remark> lost = new ArrayList<>();
    RegisterEntry block = entry(2_000, Measure.BLOCK, ".facebook.com", "192.0.2.7", "*t.co*");
    RegisterEntry slow = entry(3_000, Measure.THROTTLE, "*.fbcdn.net");
    String hash = hash(block);
    assertEquals(
        """
        <?xml version="1.0" encoding="windows-1251"?>
        <reg:register xmlns:reg="http://rsoc.ru" xmlns:tns="http://rsoc.ru" updateTime="2022-03-14T00:00:00+03:00" updateTimeUrgently="2022-03-14T00:00:00+03:00" formatVersion="2.4">
         <content id="2000" includeTime="2022-03-14T00:00:00" entryType="3" blockType="domain" hash="HASH">
          <decision date="2022-02-24" number="1/2" org="Генпрокуратура"/>
          <domain><![CDATA[facebook.com]]></domain>
          <domain><![CDATA[*.facebook.com]]></domain>
          <ip>192.0.2.7</ip>
         </content>
        </reg:register>
        """
            .replace("HASH", hash),
        written(Format.REGISTER_XML, lost, block, slow));
    assertEquals(List.of("text-mask", "throttle"), lost.stream().map(Remark::rule).toList());
    assertEquals(
        """
        Updated: 2022-03-13 21:00:00 +0000
        192.0.2.7;facebook.com | *.facebook.com;;Генпрокуратура;1/2;2022-02-24
        """,
        written(Format.REGISTER_CSV, lost, block, slow));
  }

  private static String hash(RegisterEntry entry) {
    return ((RegisterContent) RegisterItems.of(entry).get(0).details()).hash().orElseThrow();
  }

  @Test
  void theHashChangesWithTheRecord() {
    RegisterEntry one = entry(1, Measure.BLOCK, ".facebook.com");
    assertEquals(hash(one), hash(entry(1, Measure.BLOCK, ".facebook.com")));
    assertNotEquals(hash(one), hash(entry(1, Measure.BLOCK, ".facebook.net")));
  }
}
