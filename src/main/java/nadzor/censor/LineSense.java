package nadzor.censor;

import java.util.Optional;
import java.util.Set;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Hijack;
import nadzor.censor.action.Reset;
import nadzor.censor.action.Silence;
import nadzor.censor.action.StripEch;
import nadzor.censor.condition.Datagrams;
import nadzor.censor.condition.Ech;
import nadzor.censor.condition.Esni;
import nadzor.censor.condition.Nameless;
import nadzor.censor.condition.Over;
import nadzor.censor.condition.QueryType;
import nadzor.censor.condition.Sent;
import nadzor.flow.Direction;
import nadzor.flow.DnsAsking;
import nadzor.flow.Sighting;

/** Whether one line of a profile makes sense by itself. */
final class LineSense {
  private static final Set<Integer> WITH_ECH = Set.of(64, 65); // SVCB and HTTPS, RFC 9460
  private static final int ANY_TYPE = 255;

  private final Profile profile;
  private final ProfileRule rule;
  private final int index;

  LineSense(Profile profile, int index) {
    this.profile = profile;
    this.index = index;
    rule = profile.rules().get(index);
  }

  Optional<Contradiction> contradiction() {
    return aim().or(this::conditions).or(this::onQuestions).or(this::action).or(this::residual);
  }

  private Optional<Contradiction> aim() {
    boolean byAddress = rule.aim() instanceof Aim.Listed listed && listed.by() == Aim.By.ADDRESS;
    boolean byName = isByName(rule.aim());
    if (rule.on() == Sighting.Kind.DNS_QUESTION && byAddress) {
      return is("a dns-question by address", "by name: a question has no other");
    }
    if (rule.on() == Sighting.Kind.DNS_ANSWER && byAddress) {
      return is("a dns-answer by address", "by name: its addresses are looked up with it");
    }
    boolean anonymous =
        rule.on() == Sighting.Kind.CONNECTION
            || rule.on() == Sighting.Kind.OPAQUE
            || rule.on() == Sighting.Kind.DATAGRAM;
    if (anonymous && byName) {
      return is("a " + rule.on().word() + " by name", "by address: it carries no name");
    }
    boolean nameless = rule.conditions().contains(new Nameless(true));
    return nameless && byName
        ? is("nameless beside a name", "by: address, or any-name")
        : Optional.empty();
  }

  private static boolean isByName(Aim aim) {
    return aim instanceof Aim.Own own
        ? !own.list().hasAddresses()
        : aim instanceof Aim.Listed listed && listed.by() != Aim.By.ADDRESS;
  }

  private Optional<Contradiction> conditions() {
    boolean quic = rule.on() == Sighting.Kind.QUIC_INITIAL && !profile.quic().decrypt();
    boolean readsHello =
        rule.conditions().stream()
            .anyMatch(c -> c instanceof Ech || c instanceof Esni || c instanceof Nameless);
    if (quic && (isByName(rule.aim()) || readsHello)) {
      return is("a quic-initial by what is encrypted", "quic: {decrypt: true}");
    }
    boolean fromServer = rule.conditions().contains(new Sent(Direction.FROM_SERVER));
    return fromServer && !profile.inspection().bothDirections()
        ? is("direction: server", "inspect: {directions: both}")
        : Optional.empty();
  }

  private Optional<Contradiction> onQuestions() {
    boolean datagramOnly = Set.of("race", "truncate").contains(rule.action().name());
    boolean onStreams =
        rule.conditions().stream()
            .anyMatch(c -> c instanceof Over over && !over.ways().equals(Set.of(DnsAsking.UDP)));
    if (datagramOnly && onStreams) {
      return is(rule.action().name() + " over streams", "over: udp");
    }
    boolean dns = rule.on() == Sighting.Kind.DNS_QUESTION || rule.on() == Sighting.Kind.DNS_ANSWER;
    if (dns && rule.action() instanceof Silence silence && !silence.equals(new Silence(0))) {
      return is("silence after some while of a " + rule.on().word(), "silence: it is one message");
    }
    boolean withoutEch =
        rule.conditions().stream().anyMatch(c -> c instanceof QueryType asked && !hasEch(asked));
    return rule.action() instanceof StripEch && withoutEch
        ? is("strip-ech of a type that carries none", "type: HTTPS, SVCB or both")
        : Optional.empty();
  }

  private static boolean hasEch(QueryType asked) {
    return asked.types().stream().anyMatch(type -> WITH_ECH.contains(type) || type == ANY_TYPE);
  }

  private Optional<Contradiction> action() {
    if (rule.action() instanceof Reset reset
        && reset.onAnswer()
        && reset.towards() == Reset.Towards.SERVER) {
      return is("on-answer towards the server", "towards: client or both");
    }
    boolean streams = rule.action() instanceof Reset || rule.action() instanceof Hijack;
    if (streams && rule.conditions().contains(new Datagrams(true))) {
      return is("a " + rule.action().name() + " of datagrams", "silence or refuse: it needs TCP");
    }
    return rule.action() instanceof Forge forge && forge.drawn() && !isDrawable(forge)
        ? is("draw from addresses with no two of one family", "two or more to draw from")
        : Optional.empty();
  }

  /** The block page has addresses that only the network knows. */
  private static boolean isDrawable(Forge forge) {
    long four = forge.addresses().stream().filter(one -> one.getAddress().length == 4).count();
    return forge.addresses().isEmpty() || four > 1 || forge.addresses().size() - four > 1;
  }

  private Optional<Contradiction> residual() {
    String word = rule.action().name();
    return rule.residual().isPresent()
            && Set.of("block-page", "alert", "close", "hijack", "pass").contains(word)
        ? is("a residual of '" + word + "'", "one of reset, silence or throttle")
        : Optional.empty();
  }

  private Optional<Contradiction> is(String found, String expected) {
    return Contradiction.is(index, found, expected);
  }
}
