package nadzor.bench;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.censor.Action;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.Rate;
import nadzor.censor.RestrictionLog;
import nadzor.censor.action.BlockPage;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Reset;
import nadzor.censor.action.Throttle;
import nadzor.flow.Sighting;

/** Networks under load: what they restrict, without a log. */
final class Networks {
  private static final Action NXDOMAIN = new Rcode("nxdomain", 3);
  private static final Action RESET = new Reset(Reset.Towards.CLIENT);
  private static final Action PAGE = new BlockPage(403, "http://block.test/");

  private Networks() {}

  /** Answers NXDOMAIN for what is blocked. */
  static Enforcement resolving(Blocklist list) {
    return enforcing(list, line(Sighting.Kind.DNS_QUESTION, NXDOMAIN));
  }

  /**
   * Resets TLS towards the client, as the peers do, and answers plain HTTP with a page where the
   * name is blocked.
   */
  static Enforcement relaying(Blocklist list) {
    return enforcing(
        list, line(Sighting.Kind.CLIENT_HELLO, RESET), line(Sighting.Kind.HTTP_HEAD, PAGE));
  }

  /** Answers NXDOMAIN for what is blocked, and resets TLS towards the client. */
  static Enforcement everywhere(Blocklist list) {
    return enforcing(
        list, line(Sighting.Kind.DNS_QUESTION, NXDOMAIN), line(Sighting.Kind.CLIENT_HELLO, RESET));
  }

  /** Polices every listed host of plain HTTP to this rate, each direction of each flow. */
  static Enforcement slowing(Blocklist list, double bytesPerSecond) {
    return enforcing(
        list,
        new ProfileRule(
            Sighting.Kind.HTTP_HEAD,
            Measure.THROTTLE,
            new Throttle(Rate.policing(bytesPerSecond)),
            Optional.empty()));
  }

  private static ProfileRule line(Sighting.Kind on, Action action) {
    return new ProfileRule(on, Measure.BLOCK, action, Optional.empty());
  }

  private static Enforcement enforcing(Blocklist list, ProfileRule... lines) {
    Profile profile = new Profile("bench", "", List.of(), InspectionPolicy.PLAIN, List.of(lines));
    Enforcement enforcement =
        new Enforcement(
            "bench",
            profile,
            OwnAddresses.NONE,
            (host, rule) -> "<p>A simulation: " + rule + "</p>",
            new ClientHash(1, 2),
            RestrictionLog.NONE);
    enforcement.activate(list);
    return enforcement;
  }
}
