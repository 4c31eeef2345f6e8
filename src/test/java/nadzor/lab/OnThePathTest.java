package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Aim;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.RestrictionLog;
import nadzor.censor.action.Forge;
import nadzor.censor.condition.At;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alias of the foreign resolver stands on the path, the network's own resolver does not. */
class OnThePathTest {
  private static final String TRUE = "127.10.0.4";
  private static final String FORGED = "192.0.2.66";

  private static Profile forgingAt(Place place) {
    ProfileRule line =
        new ProfileRule(
            Sighting.Kind.DNS_QUESTION,
            new Aim.Listed(Measure.BLOCK, Aim.By.NAME),
            List.of(new At(place)),
            1,
            new Forge(List.of(Addresses.parse(FORGED)), 5),
            Optional.empty());
    return new Profile("forging", "", List.of(), InspectionPolicy.PLAIN, List.of(line));
  }

  /** Columns: where the profile forges, what each resolver answers. */
  @ParameterizedTest
  @CsvSource({"PATH,127.10.0.4,192.0.2.66", "RESOLVER,192.0.2.66,127.10.0.4"})
  void eachIsJudgedWhereItStands(Place place, String own, String abroad, @TempDir Path directory)
      throws Exception {
    LaboratorySpec spec =
        new LaboratorySpec(
            TestWorld.WORLD.sites(),
            List.of(NetworkSpec.of("forging", forgingAt(place))),
            Fence.loopback(),
            directory,
            Clock.systemUTC().instant(),
            RestrictionLog.NONE);
    try (Laboratory laboratory = Laboratory.start(spec)) {
      LabNetwork network = laboratory.network("forging");
      assertEquals(TRUE, asked(network.resolver()));
      Rule rule =
          new Rule(
              Matcher.of("site.test"),
              Measure.BLOCK,
              new Reason.OfDecision("d-1", "case", "GP", "149-FZ", "A statement."));
      network.activate(Blocklist.compile(2, List.of(rule)));
      assertEquals(own, asked(network.resolver()));
      assertEquals(abroad, asked(network.foreignResolver()));
    }
  }

  private static String asked(Endpoint at) throws Exception {
    return Shell.run(
            List.of(
                "dig",
                "+short",
                "+time=5",
                "@" + at.address().getHostAddress(),
                "-p",
                "" + at.port(),
                "site.test"))
        .out()
        .strip();
  }
}
