package nadzor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import nadzor.files.BadFile;
import nadzor.flow.DomainName;
import nadzor.lab.Naming;
import nadzor.lab.Site;
import nadzor.lab.SiteOptions;
import nadzor.lab.Slowness;
import nadzor.registry.Decision;
import nadzor.registry.PolicyMode;
import nadzor.registry.Proposed;
import nadzor.registry.Statements;
import nadzor.registry.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
  private static final Path META = Path.of("config/scenarios/meta-2022.yaml");
  private final ScenarioReader reader = new ScenarioReader();

  private static String text() throws IOException {
    return Files.readString(META);
  }

  private static Decision decision(Scenario scenario, String id) {
    return scenario.journal().latest().decision(id).orElseThrow();
  }

  @Test
  void aSiteTellsHowItBehaves() throws IOException {
    String options =
        "http3: false, tolerant: true, expired: true, redirect: www.facebook.com,"
            + " slow: {before: 800 ms, rate: 2 kB/s}, address: 203.0.113.11,";
    String changed = text().replaceFirst("address: 203.0.113.11,", options);
    Site site = siteAt(reader.parse(META, changed), "203.0.113.11");
    Slowness slow = new Slowness(Duration.ofMillis(800), OptionalLong.of(2000));
    Optional<DomainName> to = Optional.of(DomainName.of("www.facebook.com"));
    assertEquals(
        new SiteOptions(false, true, false, true, to, Optional.of(slow), Naming.PLAIN),
        site.options());
    assertEquals(SiteOptions.USUAL, siteAt(reader.read(META), "203.0.113.11").options());
  }

  private static Site siteAt(Scenario scenario, String address) {
    return scenario.sites().stream()
        .filter(site -> site.ipv4().getHostAddress().equals(address))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePolicyDerivesTheTwoDecisions() {
    Scenario scenario = reader.read(META);
    Decision slowed = decision(scenario, "fb-2022-02-25");
    Decision blocked = decision(scenario, "fb-2022-03-04");
    assertEquals(Instant.parse("2022-02-25T16:00:00Z"), slowed.timetable().inForceFrom());
    assertEquals(23, slowed.because().orElseThrow().violations().size());
    assertEquals(Instant.parse("2022-03-04T15:00:00Z"), blocked.timetable().inForceFrom());
    assertEquals(26, blocked.because().orElseThrow().violations().size());
    Instant end = scenario.steps().get(5).at();
    assertEquals(6, Statements.upTo(scenario.journal(), end).size());
  }

  @Test
  void aPolicyMayProposeForEveryPlatformWithinAPeriod() throws IOException {
    String rule =
        """
        policy:
          - rule: every
            mode: propose
            on-platform: any
            when:
              - {violations: {at-least: 4, within: 30 d, kinds: [discrimination]}}
              - {demands-ignored: {at-least: 1, by: [Roskomnadzor], within: 60 d}}
            then:
              decision: "{platform}-{n}"
              case: "{case}"
              authority: Prosecutor General's Office
              law: {announced: 272-FZ art. 3.3, register: 149-FZ art. 15.3}
              measure: throttle
              on: ["{platform}"]
          - rule: after
            on-platform: facebook
            when:
              - {decisions-in-force: {at-least: 1, by: [Nobody], measure: block}}
            then:
              decision: never
              case: case-facebook
              authority: Prosecutor General's Office
              law: {announced: 272-FZ art. 3.3, register: 149-FZ art. 15.3}
              measure: block
              on: [facebook]
        """;
    String kinds = reader.read(META).journal().latest().violation("fb-26").orElseThrow().breach();
    String changed =
        text()
            .replaceFirst(
                "(?s)policy:\n.*?\nsteps:",
                Matcher.quoteReplacement(rule.replace("discrimination", kinds) + "\nsteps:"))
            .replaceFirst("(?s)\nexpect:.*", "\n");
    Scenario scenario = reader.parse(META, changed);
    Proposed proposed =
        scenario.journal().latest().proposal("facebook-1").orElseThrow().proposed().entry();
    assertEquals("case-facebook", proposed.proposal().caseId());
    assertEquals(PolicyMode.PROPOSE, scenario.derivation().firings().get(0).rule().mode());
    assertEquals(1, scenario.derivation().firings().size());
    assertEquals(
        List.of("at least 1 decisions of Nobody to block on facebook in force (0 in force)"),
        scenario.derivation().waiting().stream()
            .filter(one -> one.rule().id().equals("after"))
            .flatMap(one -> one.unmet().stream())
            .toList());
  }

  @Test
  void everyViolationHasASourceAndTotalsAreMarked() {
    var all =
        reader
            .read(META)
            .journal()
            .latest()
            .violations(new Subject.OfPlatform("facebook"), Instant.parse("2022-03-05T00:00:00Z"));
    assertEquals(26, all.size());
    assertEquals(4, all.stream().filter(violation -> !violation.reconstructed()).count());
    assertTrue(all.stream().noneMatch(violation -> violation.source().isBlank()));
  }

  @Test
  void oneViolationLessDelaysTheDecision() throws IOException {
    String less = text().replaceFirst("(?s)  - violation: fb-07\n.*?(?=  - violation: fb-08)", "");
    Scenario scenario = reader.parse(META, less);
    Decision slowed = decision(scenario, "fb-2022-02-25");
    assertEquals(Instant.parse("2022-02-27T16:00:00Z"), slowed.timetable().takenAt());
    assertTrue(scenario.journal().latest().decision("fb-2022-03-04").isEmpty());
    assertEquals(1, scenario.derivation().waiting().size());
  }

  @Test
  void instagramsInstantsAreStored() {
    Decision instagram = decision(reader.read(META), "ig-2022-03-11");
    assertEquals(Instant.parse("2022-03-13T21:00:00Z"), instagram.timetable().inForceFrom());
    assertEquals("48 hours", instagram.timetable().transition().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "taken: \"2022-03-11T12|taken: \"2022-02-30T12|'2022-02-30T12:00:00+03:00', expected an instant",
        "    case: case-meta\\n    authority|    authority|no 'case', expected key 'case'",
        "decision: ig-2022-03-11\\n    case: case-meta|decision: ig-2022-03-11\\n    case: case-x|case 'case-x'",
        "measure: throttle|measure: slow|\"slow\"",
        "seed: 2|sead: 2|unknown key 'sead'",
        "violation: fb-02|violation: fb-01|violation fb-01",
        "profiles/isp-dns.yaml|profiles/none.yaml|no such file",
        "{step: slowed, at: \"2022-02-25|{step: slowed, at: \"2022-02-23|an instant after",
        "address: 203.0.113.11,|address: 8.8.8.8,|8.8.8.8",
        "statements: 6|statements: 99999999999|expected a whole number",
        "technique: plain-http|technique: plane-http|one of plain,",
        "outcome: slow|outcome: slowly|blocked(STAGE)",
        "address: 203.0.113.11,|address: 203.0.113.11, http3: maybe,|http3",
        "address: 203.0.113.11,|address: 203.0.113.11, redirect: none.test,|another site of the world",
        "address: 203.0.113.11,|address: 203.0.113.11, redirect: 'a b',|a domain name",
        "address: 203.0.113.11,|address: 203.0.113.11, slow: {before: 1 year},|a duration",
        "address: 203.0.113.11,|address: 203.0.113.11, slow: {before: 1 h},|10 min",
        "address: 203.0.113.11,|address: 203.0.113.11, slow: {rate: 0.5 B/s},|1 B/s",
        "address: 203.0.113.11,|address: 203.0.113.11, slow: {},|slow",
        "address: 203.0.113.11,|address: 203.0.113.11, down: true, expired: true,|down alone",
        "address: 203.0.113.11,|address: 127.20.0.2,|dns.abroad.test",
        "platform: facebook\\n    on|platform: facebok\\n    on|platform 'facebok'"
      })
  void badInputIsRefusedWithItsPlace(String good, String bad, String expected) throws IOException {
    String from = good.replace("\\n", "\n");
    assertTrue(text().contains(from), "the scenario holds no " + from);
    int at = text().indexOf(from);
    String changed =
        text().substring(0, at) + bad.replace("\\n", "\n") + text().substring(at + from.length());
    BadFile refused = assertThrows(BadFile.class, () -> reader.parse(META, changed));
    String said = List.copyOf(refused.problems()).toString();
    assertTrue(said.contains(expected), said);
    assertTrue(refused.problems().get(0).at().line() >= 1, said);
  }
}
