package nadzor.dns;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Aim;
import nadzor.censor.ClientHash;
import nadzor.censor.Condition;
import nadzor.censor.DnsAction;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowLog;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.QuicPolicy;
import nadzor.censor.RestrictionLog;
import nadzor.censor.StructuredError;
import nadzor.flow.Addresses;
import nadzor.flow.Sighting;

/** Enforcements for tests: one action against {@code .blocked.test}. */
final class Worlds {
  static final Rule RULE =
      new Rule(
          Matcher.of(".blocked.test"),
          Measure.BLOCK,
          new Reason.OfDecision("fb-2022-03-04", "meta", "GP", "149-FZ", "A statement."));

  private Worlds() {}

  static Enforcement enforcing(DnsAction action) {
    return enforcing(action, RestrictionLog.NONE);
  }

  static Enforcement enforcing(DnsAction action, RestrictionLog log) {
    ProfileRule line =
        new ProfileRule(Sighting.Kind.DNS_QUESTION, Measure.BLOCK, action, Optional.empty());
    return enforcing(
        new Profile("isp-dns", "", List.of(), InspectionPolicy.PLAIN, List.of(line)), log);
  }

  /** Where all of this holds beside. */
  static Enforcement where(DnsAction action, Condition... conditions) {
    ProfileRule line =
        new ProfileRule(
            Sighting.Kind.DNS_QUESTION,
            new Aim.Listed(Measure.BLOCK, Aim.By.NAME),
            List.of(conditions),
            1,
            action,
            Optional.empty());
    return enforcing(
        new Profile("where", "", List.of(), InspectionPolicy.PLAIN, List.of(line)),
        RestrictionLog.NONE);
  }

  /** Tells no Extended DNS Error. */
  static Enforcement untold(DnsAction action) {
    return enforcing(action, Profile.UNTOLD, Optional.empty());
  }

  /** Tells structured errors, too, with this INFO-CODE. */
  static Enforcement structured(DnsAction action, int extendedError, StructuredError error) {
    return enforcing(action, extendedError, Optional.of(error));
  }

  private static Enforcement enforcing(
      DnsAction action, int extendedError, Optional<StructuredError> error) {
    ProfileRule line =
        new ProfileRule(Sighting.Kind.DNS_QUESTION, Measure.BLOCK, action, Optional.empty());
    return enforcing(
        new Profile(
            "structured",
            "",
            List.of(),
            Profile.Confidence.TEACHING,
            InspectionPolicy.PLAIN,
            QuicPolicy.VERSIONS,
            extendedError,
            error,
            List.of(line)),
        RestrictionLog.NONE);
  }

  /** Reads the records of truthful answers. */
  static Enforcement reading(DnsAction action, RestrictionLog log) {
    ProfileRule line =
        new ProfileRule(Sighting.Kind.DNS_ANSWER, Measure.BLOCK, action, Optional.empty());
    return enforcing(
        new Profile("reading", "", List.of(), InspectionPolicy.PLAIN, List.of(line)), log);
  }

  private static Enforcement enforcing(Profile profile, RestrictionLog log) {
    return enforcing(profile, log, FlowLog.NONE);
  }

  /** The same with its questions told there. */
  static Enforcement told(Enforcement enforcement, FlowLog flows) {
    return enforcing(enforcement.profile(), RestrictionLog.NONE, flows);
  }

  private static Enforcement enforcing(Profile profile, RestrictionLog log, FlowLog flows) {
    Enforcement enforcement =
        new Enforcement(
            "net",
            profile,
            new OwnAddresses(addresses("127.30.1.80")),
            (host, rule) -> "",
            new ClientHash(1, 2),
            log,
            flows,
            1);
    enforcement.activate(Blocklist.compile(1, List.of(RULE)));
    return enforcement;
  }

  static List<InetAddress> addresses(String... literals) {
    return Arrays.stream(literals).map(Addresses::parse).toList();
  }
}
