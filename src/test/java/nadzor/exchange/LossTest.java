package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.blocklist.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a format cannot hold is declared, and told of each item; nothing vanishes. */
class LossTest {
  /** Every kind of item that the samples have, and those that only our own format has. */
  private static List<ListItem> everything() throws IOException {
    List<ListItem> items = new ArrayList<>();
    for (String file :
        List.of(
            "register.xml",
            "register.csv",
            "policy.rpz",
            "hosts",
            "dnsmasq.conf",
            "unbound.conf",
            "adblock.txt",
            "plain.txt",
            "sites.csv")) {
      items.addAll(Taken.of(Taken.LISTS.resolve(file), Reading.USUAL).items);
    }
    ListItem one = items.get(0);
    items.add(
        new ListItem(
            one.target(),
            Prescription.of(Act.THROTTLE),
            one.details(),
            one.at(),
            Optional.empty(),
            ""));
    TestSite site = new TestSite("GRP", "Social Networking", "2022-02-24", "us", "");
    items.add(
        new ListItem(one.target(), Prescription.LISTED, site, one.at(), Optional.empty(), ""));
    return items;
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNBOUND", "ADBLOCK"})
  void eachItemIsWrittenOrToldAndOnlyDeclaredLossesHappen(Format format) throws IOException {
    List<Remark> lost = new ArrayList<>();
    List<ListItem> items = everything();
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    Conversion done;
    try (ListWriter writer = Lists.writer(format, octets, lost::add)) {
      for (ListItem item : items) {
        writer.item(item);
      }
      done = writer.conversion();
    }
    long dropped = lost.stream().filter(r -> r.kind() == Remark.Kind.DROPPED).count();
    assertEquals(items.size(), done.written() + dropped);
    assertEquals(dropped, done.count(Remark.Kind.DROPPED));
    Set<String> declared =
        Lists.losses(format).stream().map(Loss::word).collect(Collectors.toSet());
    Set<String> happened =
        done.remarks().keySet().stream()
            .map(key -> key.substring(key.indexOf(' ') + 1))
            .collect(Collectors.toSet());
    assertEquals(declared, happened, "declared, and what the samples lose");
    assertTrue(format != Format.JSON_LINES || lost.isEmpty());
    Taken again = Taken.of(octets.toByteArray(), "again", Reading.of(format));
    assertEquals(0, again.conversion.count(Remark.Kind.REFUSED), again::text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain   | .facebook.com   | hosts        | 0.0.0.0 facebook.com                         | reduced subdomains
          plain   | *.facebook.com  | hosts        | ''                                           | dropped subdomains
          plain   | facebook.com    | dnsmasq      | address=/facebook.com/#                      | reduced names
          plain   | *t.co*          | dnsmasq      | ''                                           | dropped text-mask
          plain   | 192.0.2.7       | hosts        | ''                                           | dropped addresses
          plain   | 192.0.2.7:443   | register-csv | ''                                           | dropped ports
          plain   | http://a.test/x | hosts        | ''                                           | dropped urls
          plain   | .facebook.com   | register-csv | ;facebook.com / *.facebook.com;;;;           | ''
          plain   | https://a.test/ | register-csv | ;;https://a.test/;;;                         | ''
          hosts   | 0.0.0.0 a.test  | plain        | a.test                                       | ''
          hosts   | 127.0.0.1 a.test| plain        | a.test                                       | reduced action
          dnsmasq | server=/a.test/#| plain        | ''                                           | dropped exception
          adblock | @@//a.test^     | dnsmasq      | server=/a.test/#                             | ''
          adblock | //a.test^$dnsrewrite=REFUSED | dnsmasq | address=/a.test/#                    | reduced action
          """)
  void oneItem(String from, String text, String to, String expected, String lost)
      throws IOException {
    Taken taken = Taken.of(text.replace("//a.test^", "||a.test^") + "\n", Format.of(from));
    List<Remark> remarks = new ArrayList<>();
    String written = new String(taken.written(Format.of(to), remarks), StandardCharsets.UTF_8);
    assertEquals(expected.replace(" / ", " | "), written.strip());
    assertEquals(
        lost,
        remarks.stream()
            .map(r -> Conversion.key(r.kind(), r.rule()))
            .collect(Collectors.joining(", ")));
  }

  @Test
  void itemsMakeRulesWithFileAndLine() throws IOException {
    List<String> rules = new ArrayList<>();
    for (ListItem item : everything()) {
      item.rule(Measure.BLOCK).ifPresent(rule -> rules.add(rule.toString()));
    }
    assertTrue(
        rules.contains("block *.instagram.com (test-data/lists/register.xml:14)"), rules::toString);
    assertTrue(rules.contains("throttle facebook.com (test-data/lists/register.xml:5)"));
    assertTrue(rules.contains("block secure.example.org (test-data/lists/register.xml:25)"));
    assertTrue(rules.stream().noneMatch(rule -> rule.contains("sites.csv")), "to be measured");
    assertTrue(rules.stream().noneMatch(rule -> rule.contains("register.xml:7)")), "beside");
    List<String> excepted = rules.stream().filter(r -> r.contains("dnsmasq.conf:7)")).toList();
    assertTrue(!excepted.isEmpty(), "an exception");
    assertTrue(excepted.stream().allMatch(rule -> rule.startsWith("except ")), rules::toString);
  }

  @Test
  void whatIsOnlyReadIsNotWritten() {
    for (Format format : EnumSet.of(Format.UNBOUND, Format.ADBLOCK)) {
      assertThrows(IllegalArgumentException.class, () -> Lists.losses(format));
    }
  }
}
