package nadzor.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Action;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Pacing;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.Rate;
import nadzor.censor.Residual;
import nadzor.censor.RestrictionLog;
import nadzor.censor.action.BlockPage;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Silence;
import nadzor.censor.action.Throttle;
import nadzor.flow.Sighting;

/**
 * What the networks under load restrict: {@code .blocked.test} meets NXDOMAIN, a page or silence,
 * {@code .slow.test} 4 kB/s.
 */
final class SubjectRules {
  /** For how long a trigger is remembered by {@link #remembering}. */
  static final Duration REMEMBERED = Duration.ofMinutes(7);

  /** What {@code .slow.test} is slowed down to, each client sharing one bucket. */
  static final Pacing SLOW =
      new Pacing(Optional.of(Rate.shaping(4_000)), Pacing.Share.CLIENT, 0, Duration.ZERO);

  private SubjectRules() {}

  /** A network whose triggers leave nothing behind. */
  static Enforcement forgetting() {
    return enforcing(Optional.empty());
  }

  /** A network that remembers the 4-tuple of each trigger. */
  static Enforcement remembering() {
    return enforcing(Optional.of(new Residual(Residual.Key.FOUR_TUPLE, REMEMBERED, false)));
  }

  private static Enforcement enforcing(Optional<Residual> residual) {
    List<ProfileRule> lines =
        List.of(
            line(Sighting.Kind.DNS_QUESTION, Measure.BLOCK, new Rcode("nxdomain", 3)),
            line(Sighting.Kind.HTTP_HEAD, Measure.BLOCK, new BlockPage(403, "http://block.test/")),
            new ProfileRule(Sighting.Kind.CLIENT_HELLO, Measure.BLOCK, new Silence(0), residual),
            line(
                Sighting.Kind.CLIENT_HELLO,
                Measure.THROTTLE,
                new Throttle(Optional.of(SLOW), Optional.of(SLOW))));
    Enforcement enforcement =
        new Enforcement(
            "load",
            new Profile("load", "", List.of(), InspectionPolicy.PLAIN, lines),
            OwnAddresses.NONE,
            (host, rule) -> "<p>A simulation: " + rule + "</p>",
            new ClientHash(1, 2),
            RestrictionLog.NONE);
    enforcement.activate(
        Blocklist.compile(
            1,
            List.of(rule(".blocked.test", Measure.BLOCK), rule(".slow.test", Measure.THROTTLE))));
    return enforcement;
  }

  private static ProfileRule line(Sighting.Kind on, Measure measure, Action action) {
    return new ProfileRule(on, measure, action, Optional.empty());
  }

  private static Rule rule(String names, Measure measure) {
    return new Rule(Matcher.of(names), measure, new Reason.OfList("load.txt", 1));
  }
}
