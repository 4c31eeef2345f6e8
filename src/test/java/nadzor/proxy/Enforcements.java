package nadzor.proxy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Aim;
import nadzor.censor.ClientHash;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowLog;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.QuicPolicy;
import nadzor.censor.Residual;
import nadzor.censor.RestrictionLog;
import nadzor.censor.StreamAction;
import nadzor.censor.StreamEffect;
import nadzor.censor.Trigger;
import nadzor.flow.Sighting;

/** Enforcements for tests: one effect against {@code .blocked.test}. */
final class Enforcements {
  /** An action that is its effect. */
  private record Fixed(StreamEffect effect) implements StreamAction {
    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public boolean suits(Sighting.Kind on) {
      return true;
    }

    @Override
    public StreamEffect onTrigger(Trigger trigger) {
      return effect;
    }
  }

  private Enforcements() {}

  static Enforcement none() {
    return of(List.of());
  }

  /** The effect follows a ClientHello or an HTTP head that names the blocked site. */
  static Enforcement of(StreamEffect effect) {
    return of(
        List.of(
            line(Sighting.Kind.CLIENT_HELLO, effect, Optional.empty()),
            line(Sighting.Kind.HTTP_HEAD, effect, Optional.empty())));
  }

  /** As {@link #of}, and later flows between the same addresses find what was left. */
  static Enforcement of(StreamEffect effect, Residual residual) {
    return of(List.of(line(Sighting.Kind.CLIENT_HELLO, effect, Optional.of(residual))));
  }

  /** As {@link #of}, with this way of looking. */
  static Enforcement of(InspectionPolicy policy, StreamEffect effect) {
    return of(
        policy,
        List.of(
            line(Sighting.Kind.CLIENT_HELLO, effect, Optional.empty()),
            line(Sighting.Kind.HTTP_HEAD, effect, Optional.empty())));
  }

  /** Each segment by itself, forgotten after so long. */
  static InspectionPolicy forgetful(Duration idle, boolean everyRequest) {
    return new InspectionPolicy(
        InspectionPolicy.Reassembly.NONE,
        16_384,
        0,
        1,
        false,
        everyRequest,
        false,
        Optional.of(idle));
  }

  /** Each segment by itself, in both directions. */
  static InspectionPolicy bothWays() {
    return new InspectionPolicy(
        InspectionPolicy.Reassembly.NONE, 16_384, 0, 1, true, true, false, Optional.empty());
  }

  /** The effect follows whatever of this kind is seen. */
  static Enforcement onAny(Sighting.Kind kind, StreamEffect effect, Optional<Residual> residual) {
    Rule any = new Rule(Matcher.of(".any.test"), Measure.BLOCK, new Reason.OfList("l.txt", 2));
    return of(
        List.of(
            new ProfileRule(
                kind, Aim.Anything.of(any), List.of(), 1, new Fixed(effect), residual)));
  }

  /** The effect follows a QUIC Initial that names the blocked site. */
  static Enforcement ofQuic(StreamEffect effect) {
    Profile profile =
        new Profile(
            "p",
            "",
            List.of(),
            Profile.Confidence.TEACHING,
            InspectionPolicy.PLAIN,
            new QuicPolicy(true, QuicPolicy.Gather.FRAMES, true),
            16,
            Optional.empty(),
            List.of(line(Sighting.Kind.QUIC_INITIAL, effect, Optional.empty())));
    return of(profile);
  }

  static StreamEffect answer(String text) {
    return new StreamEffect.Answer(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ProfileRule line(
      Sighting.Kind kind, StreamEffect effect, Optional<Residual> residual) {
    return new ProfileRule(kind, Measure.BLOCK, new Fixed(effect), residual);
  }

  private static Enforcement of(List<ProfileRule> lines) {
    return of(InspectionPolicy.PLAIN, lines);
  }

  private static Enforcement of(InspectionPolicy policy, List<ProfileRule> lines) {
    return of(new Profile("p", "", List.of(), policy, lines));
  }

  private static Enforcement of(Profile profile) {
    return of(profile, FlowLog.NONE);
  }

  /** The same with its flows told there. */
  static Enforcement told(Enforcement enforcement, FlowLog flows) {
    return of(enforcement.profile(), flows);
  }

  private static Enforcement of(Profile profile, FlowLog flows) {
    Enforcement enforcement =
        new Enforcement(
            "net",
            profile,
            OwnAddresses.NONE,
            (host, rule) -> "",
            new ClientHash(1, 2),
            RestrictionLog.NONE,
            flows,
            1);
    Rule rule = new Rule(Matcher.of(".blocked.test"), Measure.BLOCK, new Reason.OfList("l.txt", 1));
    enforcement.activate(Blocklist.compile(1, List.of(rule)));
    return enforcement;
  }
}
