package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;
import nadzor.flow.NameView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lists of others prescribe, as rules of this house. */
class RuleIntakeTest {
  private static final String ZONE =
      "$ORIGIN rpz.test.\n@ SOA ns.rpz.test. h.rpz.test. 1 1 1 1 1\n@ NS ns.rpz.test.\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adblock | ##a.test^;@@##ok.a.test^                  | a.test x.a.test | ok.a.test x.ok.a.test |
          adblock | ##n.a.test^;##a.test^;@@##a.test^;##b.test^;##c.test^ | b.test c.test | a.test n.a.test x.n.a.test |
          adblock | @@##a.test^;##n.a.test^$important;@@##x.n.a.test^ | n.a.test x.n.a.test | a.test |
          adblock | ##a.test^$important;@@##a.test^                   | a.test x.a.test | b.test |
          adblock | ##n.a.test^$important;@@##a.test^$important;##b.test^ | b.test | n.a.test a.test |
          adblock | @@#a.test^;##n.a.test^;##b.test^ | n.a.test b.test | a.test |
          adblock | @@##*.a.test^;##a.test^;##b.a.test^               | a.test | b.a.test c.a.test |
          rpz     | a.test CNAME .;*.a.test CNAME .;ok.a.test CNAME rpz-passthru. | a.test x.a.test | ok.a.test | reduced action 2
          rpz     | *.a.test CNAME rpz-passthru.;no.a.test CNAME rpz-drop.        | no.a.test | x.a.test | reduced action 1
          rpz     | a.test CNAME *.;b.test CNAME rpz-tcp-only.;c.test A 192.0.2.1 | a.test b.test c.test | d.test | reduced action 3
          rpz     | 24.0.2.0.192.rpz-client-ip CNAME .;a.test CNAME .             | a.test | b.test | dropped rpz-triggers 1 reduced action 1
          unbound | local-zone: "a.test" always_refuse;local-zone: "ok.a.test" always_transparent | a.test x.a.test | ok.a.test x.ok.a.test | reduced action 1
          dnsmasq | address=/a.test/#;server=/ok.a.test/#     | a.test x.a.test | ok.a.test x.ok.a.test |
          """)
  void listsHoldAndExcept(String format, String text, String held, String free, String lost)
      throws IOException {
    String list = (format.equals("rpz") ? ZONE : "") + text.strip().replace(';', '\n') + "\n";
    byte[] octets = list.replace("##", "||").getBytes(StandardCharsets.UTF_8);
    List<Rule> rules = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    RuleIntake intake = new RuleIntake(Measure.BLOCK, rules::add, remarks::add);
    Reading how = Reading.of(Format.of(format));
    Conversion unused = Lists.read(new ByteArrayInputStream(octets), "l", how, intake);
    Blocklist compiled = Blocklist.compile(1, rules);
    for (String name : held.split(" ", -1)) {
      assertEquals(1, compiled.orders(NameView.of(name)), name);
    }
    for (String name : free.split(" ", -1)) {
      assertEquals(0, compiled.orders(NameView.of(name)), name);
    }
    Map<String, Long> counted = intake.losses().remarks();
    StringBuilder told = new StringBuilder();
    counted.forEach((key, count) -> told.append(key).append(' ').append(count).append(' '));
    assertEquals(lost == null ? "" : lost, told.toString().strip());
    boolean named = counted.isEmpty() || remarks.stream().anyMatch(r -> r.at().line() > 0);
    assertEquals(true, named, "the first of each is told with its line");
  }
}
