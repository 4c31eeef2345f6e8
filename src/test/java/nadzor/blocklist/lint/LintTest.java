package nadzor.blocklist.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  private static final Instant AT = Instant.parse("2021-03-10T07:00:00Z");
  private static final LintSettings USUAL = LintSettings.usual(AT);

  private static Rule rule(String matcher, Measure measure, int line) {
    return new Rule(Matcher.of(matcher), measure, new Reason.OfList("list.txt", line));
  }

  private static Blocklist list(String... matchers) {
    List<Rule> rules = new ArrayList<>();
    for (String matcher : matchers) {
      rules.add(rule(matcher, Measure.BLOCK, rules.size() + 1));
    }
    return Blocklist.compile(1, rules);
  }

  private static List<Finding> found(String check, LintSettings settings, Blocklist list) {
    return Lint.report(list, settings).findings().stream()
        .filter(finding -> finding.check().equals(check))
        .toList();
  }

  private static Finding only(String check, LintSettings settings, Blocklist list) {
    List<Finding> found = found(check, settings, list);
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    ".com,public-suffix,ERROR",
    "*.co.uk,public-suffix,ERROR",
    "com,public-suffix,WARNING",
    ".github.io,public-suffix,ERROR",
    "*co.uk,public-suffix,ERROR",
    "*t.co*,mask,ERROR",
    "*qzj*,mask,WARNING",
    "10.1.2.3,special-range,WARNING",
    "0.0.0.0/0,special-range,ERROR",
    "8.0.0.0/8,wide-range,ERROR",
    "8.8.0.0/16,wide-range,WARNING",
    "2600::/20,wide-range,ERROR",
    "*:853,wide-range,WARNING",
    "faceb00k.com,look-alike,WARNING",
    ".login.faceboook.com,look-alike,WARNING",
    "gogole.com,look-alike,WARNING",
    "fаcebook.com,look-alike,WARNING"
  })
  void oneEntryIsFound(String matcher, String check, Severity severity) {
    Finding finding = only(check, USUAL, list(matcher));
    assertEquals(severity, finding.severity());
    assertEquals(new Reason.OfList("list.txt", 1), finding.rule().reason());
    assertTrue(!finding.why().isEmpty() && !finding.fix().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facebook.com",
        ".facebook.com",
        "user.github.io",
        "www.bbc.co.uk",
        "*facebook.com",
        "8.8.8.8",
        "8.8.8.0/24",
        "2600:1f00::/40",
        "http://example.org/a",
        ".something-else.net"
      })
  void whatIsPlainIsNotFound(String matcher) {
    LintReport report = Lint.report(list(matcher), USUAL);
    assertEquals(List.of(), report.findings());
    assertEquals(Optional.empty(), report.worst());
  }

  @Test
  void theMaskOf2021HitsWhatItHit() {
    Finding finding = only("mask", USUAL, list("*t.co*"));
    assertTrue(finding.hits() > 5, finding.toString());
    PopularNames few = PopularNames.of(Stream.of("t.co", "reddit.com", "microsoft.com", "a.test"));
    Finding exactly = only("mask", USUAL.with(few), list("*t.co*"));
    assertEquals(2, exactly.hits());
    assertEquals("its text is a piece of reddit.com, microsoft.com", exactly.why());
    assertEquals(List.of(), found("mask", USUAL.with(few), list("t.co")));
  }

  @Test
  void everyNameOfARegistryCounts() {
    PopularNames few = PopularNames.of(Stream.of("a.com", "b.com", "c.org", "# no name", ""));
    assertEquals(2, only("public-suffix", USUAL.with(few), list(".com")).hits());
  }

  @Test
  void namesAtAnAddressCount() {
    List<Resolution> seen =
        List.of(
            new Resolution(DomainName.of("listed.test"), Addresses.parse("192.0.2.7")),
            new Resolution(DomainName.of("other.test"), Addresses.parse("192.0.2.7")),
            new Resolution(DomainName.of("third.test"), Addresses.parse("192.0.2.8")));
    LintSettings told = USUAL.with(seen, List.of());
    Finding finding = only("shared-address", told, list("192.0.2.7", "listed.test", "192.0.2.8"));
    assertEquals("2 names live there, not listed of them: other.test", finding.why());
    assertEquals(1, finding.hits());
    assertEquals(1, found("shared-address", told, list("192.0.2.0/24:443")).size());
    assertEquals(0, found("shared-address", told, list("192.0.2.0/24:53")).size());
  }

  @Test
  void neighboursAreNamed() {
    List<KnownNetwork> networks =
        List.of(
            new KnownNetwork(AddressRange.of("8.8.8.0/25"), "one"),
            new KnownNetwork(AddressRange.of("8.8.8.128/25"), "two"));
    LintSettings told = USUAL.with(List.of(), networks);
    Finding finding = only("wide-range", told, list("8.8.8.0/24"));
    assertEquals("it holds networks of one, two", finding.why());
    assertEquals(List.of(), found("wide-range", told, list("8.8.8.0/26", "8.8.8.129")));
  }

  @ParameterizedTest
  @CsvSource({
    "www.a.test,.a.test,true",
    "*.b.a.test,*.a.test,true",
    "a.test,*.a.test,false",
    "a.test,.a.test,false",
    "www.a.test,a.test,false",
    "www.a.test,*a.t*,true",
    "*.www.a.test,*a.test,true",
    "*.www.a.test,www.a*,false",
    "www.a.test,www.a*,true",
    "8.8.8.8,8.8.8.0/24,true",
    "8.8.8.8:443,8.8.8.0/24,true",
    "8.8.8.8,8.8.8.0/24:443,false",
    "8.8.8.8:443,*:443,true",
    "8.8.8.8:443,8.8.8.8,true",
    "http://a.test/x,http://a.test/*,true",
    "http://a.test/x,a.test,true",
    "http://a.test/x,http://a.test/y,false"
  })
  void coveredByAnother(String entry, String by, boolean covered) {
    List<Finding> found = found("covered", USUAL, list(entry, by));
    assertEquals(covered ? 1 : 0, found.size(), found.toString());
    if (covered) {
      assertEquals(Matcher.of(entry), found.get(0).rule().matcher());
      assertTrue(found.get(0).why().contains(Matcher.of(by).toString()));
      Rule throttle = rule(by, Measure.THROTTLE, 2);
      Blocklist other = Blocklist.compile(1, List.of(rule(entry, Measure.BLOCK, 1), throttle));
      assertEquals(List.of(), found("covered", USUAL, other));
    }
  }

  @Test
  void decisionsThatDoNotHold() {
    Validity ended = new Validity(Optional.empty(), Optional.of(AT));
    Validity early = new Validity(Optional.of(AT.plusSeconds(1)), Optional.empty());
    Validity now = new Validity(Optional.of(AT), Optional.of(AT.plusSeconds(1)));
    Blocklist list = list("a.test");
    assertEquals(Severity.ERROR, only("validity", USUAL.with(reason -> ended), list).severity());
    assertEquals(Severity.WARNING, only("validity", USUAL.with(reason -> early), list).severity());
    assertEquals(List.of(), found("validity", USUAL.with(reason -> now), list));
  }

  @Test
  void whatNobodyCanEnforce() {
    LintSettings told = USUAL.enforcing(rule -> !(rule.matcher() instanceof AddressMatcher));
    Finding finding = only("not-enforceable", told, list("a.test", "8.8.8.8"));
    assertEquals(Matcher.of("8.8.8.8"), finding.rule().matcher());
  }

  @Test
  void severalReasons() {
    Rule one = rule("a.test", Measure.BLOCK, 1);
    Rule two = rule("a.test", Measure.BLOCK, 2);
    Rule slow = rule("a.test", Measure.THROTTLE, 3);
    Finding both = only("several-reasons", USUAL, Blocklist.compile(1, List.of(one, two)));
    assertEquals("held by list.txt:1, list.txt:2", both.why());
    Finding mixed = only("several-reasons", USUAL, Blocklist.compile(1, List.of(one, slow)));
    assertEquals(Severity.WARNING, mixed.severity());
  }

  @Test
  void theWorstComesFirstAndNotAllAreKept() {
    List<Rule> rules = new ArrayList<>(List.of(rule(".com", Measure.BLOCK, 1)));
    IntStream.range(0, 1500)
        .forEach(i -> rules.add(rule("x" + i + ".a.com", Measure.BLOCK, i + 2)));
    LintReport report = Lint.report(Blocklist.compile(1, rules), USUAL);
    assertEquals(Optional.of(Severity.ERROR), report.worst());
    assertEquals("public-suffix", report.findings().get(0).check());
    assertEquals(1001, report.findings().size());
    assertEquals(1500, report.byCheck().get("covered"));
    assertEquals(1500, report.counts().get(Severity.NOTE));
    assertEquals(1, report.counts().get(Severity.ERROR));
  }
}
