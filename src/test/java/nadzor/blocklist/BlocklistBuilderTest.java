package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlocklistBuilderTest {
  private static final Reason REASON = new Reason.OfList("list.txt", 7);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.test",
        ".a.test",
        "*.a.test",
        "A.Test.",
        "пример.test",
        "*t.co*",
        "192.0.2.7",
        "192.0.2.0/24:443",
        "2001:db8::1",
        "http://a.test/x*",
        "a1",
        "xn--e1afmkfd.test"
      })
  void whatIsWrittenIsReadAsAMatcher(String written) {
    Blocklist list = new BlocklistBuilder().add(written, Measure.THROTTLE, REASON).build(1);
    assertEquals(List.of(new Rule(Matcher.of(written), Measure.THROTTLE, REASON)), list.rules());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "*.", "a..test", ".a.test.x..", "a b", "*", "192.0.2.7:x"})
  void whatIsNoMatcherIsRefused(String written) {
    BlocklistBuilder builder = new BlocklistBuilder();
    assertThrows(IllegalArgumentException.class, () -> builder.add(written, Measure.BLOCK, REASON));
    assertEquals(Blocklist.EMPTY.contentHash(), builder.build(1).contentHash());
  }

  @ParameterizedTest
  @CsvSource({
    "a.test,true",
    "A.test,false",
    ".a.test,false",
    "a.test.,false",
    "a..test,false",
    "'',false",
    "_a-b.test,true",
    "a*.test,false"
  })
  void octetsOfANameAreChecked(String written, boolean fine) {
    byte[] octets = ("##" + written + "##").getBytes(StandardCharsets.US_ASCII);
    BlocklistBuilder builder = new BlocklistBuilder();
    Runnable add =
        () -> {
          BlocklistBuilder unused =
              builder.name(
                  octets, 2, octets.length - 2, NameMatcher.Scope.BELOW, Measure.BLOCK, REASON);
        };
    if (fine) {
      add.run();
      Rule expected = new Rule(Matcher.of("*." + written), Measure.BLOCK, REASON);
      assertEquals(List.of(expected), builder.build(1).rules());
    } else {
      assertThrows(IllegalArgumentException.class, add::run);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,32",
    "192.0.2.7,24",
    "0.0.0.0,0",
    "2001:db8::1,128",
    "2001:db8::,64",
    "2001:db8::ffff,65",
    "::,0",
    "::1,128"
  })
  void addressesAsOctets(String literal, int prefix) {
    InetAddress address = Addresses.parse(literal);
    Blocklist list =
        new BlocklistBuilder()
            .address(address.getAddress(), prefix, Measure.BLOCK, REASON)
            .build(1);
    String range = new AddressRange(address, prefix).toString();
    assertEquals(List.of(new Rule(Matcher.of(range), Measure.BLOCK, REASON)), list.rules());
    assertEquals(1, list.orders(address, 443));
  }

  @Test
  void whatIsNoRangeIsRefused() {
    BlocklistBuilder builder = new BlocklistBuilder();
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    for (byte[] octets : List.of(new byte[5], new byte[0], mapped)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> builder.address(octets, 128, Measure.BLOCK, REASON));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> builder.address(new byte[4], 33, Measure.BLOCK, REASON));
  }

  @Test
  void manyReasonsOfOneNameAreKeptOnceEach() {
    BlocklistBuilder builder = new BlocklistBuilder();
    for (int round = 0; round < 2; round++) {
      for (int line = 1; line <= 300; line++) {
        builder.add(".a.test", Measure.BLOCK, new Reason.OfList("list.txt", line));
        builder.add(".b.test", Measure.BLOCK, new Reason.OfList("list.txt", line * 10_000));
      }
    }
    Blocklist list = builder.build(1);
    assertEquals(600, list.size());
    assertEquals(600, list.rules().size());
    List<Rule> rules = Lists.name(list, "www.a.test").rules();
    assertEquals(300, rules.size());
    assertEquals(new Reason.OfList("list.txt", 1), rules.get(0).reason());
    assertEquals(new Reason.OfList("list.txt", 300), rules.get(299).reason());
  }

  @Test
  void decisionsKeepTheirTexts() {
    Reason one = new Reason.OfDecision("d-1", "дело", "GP", "149-FZ", "Заявление. Statement.");
    Reason two = new Reason.OfDecision("d-2", "дело", "GP", "149-FZ", "");
    Blocklist list =
        Blocklist.compile(
            1,
            List.of(
                new Rule(Matcher.of("a.test"), Measure.BLOCK, one),
                new Rule(Matcher.of("a.test"), Measure.BLOCK, two)));
    assertEquals(
        List.of(one, two), Lists.name(list, "a.test").rules().stream().map(Rule::reason).toList());
  }
}
