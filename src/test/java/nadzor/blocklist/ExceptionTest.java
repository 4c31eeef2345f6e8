package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nadzor.flow.Addresses;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exceptions take away what wider rules order, and nothing that is nearer. */
class ExceptionTest {
  private static final String[] BLOCKED = {
    ".wide.test",
    "deep.free.wide.test",
    "*bad*",
    "192.0.2.0/24",
    "192.0.2.129",
    "http://site.test/*",
    "http://site.test/free/no*",
    "both.test"
  };
  private static final String[] EXCEPTED = {
    ".free.wide.test",
    "good.bad.test",
    "*spared*",
    "192.0.2.128/25",
    "http://site.test/free*",
    "both.test"
  };

  private static Rule except(String matcher) {
    return Rule.exception(Matcher.of(matcher), "free.txt", 3);
  }

  private static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    for (String matcher : BLOCKED) {
      rules.add(Lists.block(matcher));
    }
    for (String matcher : EXCEPTED) {
      rules.add(except(matcher));
    }
    return rules;
  }

  /** All at once; the exceptions later than the blocks, and before them; kept and read again. */
  private static List<Blocklist> ways() throws IOException {
    List<Rule> all = all();
    List<Rule> blocks = all.subList(0, BLOCKED.length);
    List<Rule> exceptions = all.subList(BLOCKED.length, all.size());
    Blocklist whole = Blocklist.compile(1, all);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VersionImage.write(whole, out);
    return List.of(
        whole,
        Blocklist.compile(1, blocks).next(2, exceptions, List.of()),
        Blocklist.compile(1, exceptions).next(2, blocks, List.of()),
        Blocklist.compile(1, exceptions).next(2, blocks, List.of()).merged(),
        VersionImage.open(ByteBuffer.wrap(out.toByteArray())));
  }

  @ParameterizedTest
  @CsvSource({
    "wide.test, 1", "x.wide.test, 1", "free.wide.test, 0", "x.free.wide.test, 0",
    "deep.free.wide.test, 1", "x.deep.free.wide.test, 0", "bad.test, 1", "good.bad.test, 0",
    "x.good.bad.test, 1", "spared.wide.test, 0", "badspared.test, 0", "both.test, 0"
  })
  void names(String name, int orders) throws IOException {
    for (Blocklist list : ways()) {
      assertEquals(orders, list.orders(NameView.of(name)), name);
      assertEquals(orders, Lists.name(list, name).orders(), name);
      assertTrue(Lists.name(list, name).rules().stream().noneMatch(Rule::isException));
    }
  }

  @Test
  void wholeNames() throws IOException {
    for (Blocklist list : ways()) {
      assertEquals(0, list.ordersExactly(NameView.of("both.test")));
      assertTrue(list.findExact(NameView.of("both.test")).isEmpty());
      assertEquals(1, list.ordersExactly(NameView.of("deep.free.wide.test")));
    }
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1, 1", "192.0.2.128, 0", "192.0.2.129, 1", "192.0.2.200, 0"})
  void addresses(String address, int orders) throws IOException {
    for (Blocklist list : ways()) {
      assertEquals(orders, list.orders(Addresses.parse(address), 443), address);
      assertEquals(orders, Lists.address(list, address, 443).orders(), address);
    }
  }

  @ParameterizedTest
  @CsvSource({"/, 1", "/x, 1", "/free, 0", "/free/x, 0", "/free/no, 1", "/free/nox, 1"})
  void urls(String path, int orders) throws IOException {
    for (Blocklist list : ways()) {
      assertEquals(orders, Lists.url(list, "site.test", path).orders(), path);
    }
  }

  @Test
  void anExceptionIsARuleOfTheList() throws IOException {
    for (Blocklist list : ways()) {
      assertEquals(new HashSet<>(all()), new HashSet<>(list.rules()));
      assertEquals(Blocklist.compile(1, all()).contentHash(), list.contentHash());
    }
    Blocklist without = Blocklist.compile(1, all().subList(0, BLOCKED.length));
    assertNotEquals(without.contentHash(), Blocklist.compile(1, all()).contentHash());
    VersionDiff diff = VersionDiff.between(without, Blocklist.compile(2, all()));
    assertEquals(new ChangeCounts(EXCEPTED.length, 0, 0), diff.counts());
    List<String> told = diff.changes().stream().map(RuleChange::toString).toList();
    assertTrue(told.contains("+ except both.test"), told::toString);
    assertEquals("except .a.test (free.txt:3)", except(".a.test").toString());
  }

  @Test
  void takenAwayTheBlockHoldsAgain() {
    Blocklist list = Lists.of(".a.test").next(2, List.of(except("x.a.test")), List.of());
    assertEquals(0, list.orders(NameView.of("x.a.test")));
    Blocklist again = list.next(3, List.of(), List.of(except("x.a.test")));
    assertEquals(1, again.orders(NameView.of("x.a.test")));
    assertEquals(Lists.of(".a.test").contentHash(), again.contentHash());
  }
}
