package nadzor.censor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.censor.action.Reset;
import nadzor.censor.condition.Datagrams;
import nadzor.censor.condition.Ech;
import nadzor.censor.condition.Esni;
import nadzor.censor.condition.Nameless;
import nadzor.censor.condition.Over;
import nadzor.censor.condition.Sent;
import nadzor.flow.Direction;
import nadzor.flow.DnsAsking;
import nadzor.flow.Sighting;

/**
 * Something in a profile that can never take effect: such a profile says one thing and does
 * another, so it is not loaded. Immutable.
 *
 * @param line of which line, from 1; 0 for the profile as a whole
 * @param found what stands there
 * @param expected what would make sense
 */
public record Contradiction(int line, String found, String expected) {
  /** The first that a profile has. */
  public static Optional<Contradiction> first(Profile profile) {
    List<ProfileRule> rules = profile.rules();
    for (int i = 0; i < rules.size(); i++) {
      Optional<Contradiction> found = ofLine(profile, i);
      if (found.isPresent()) {
        return found;
      }
    }
    return ofWhole(profile);
  }

  private static Optional<Contradiction> ofLine(Profile profile, int index) {
    ProfileRule rule = profile.rules().get(index);
    int line = index + 1;
    for (int i = 0; i < index; i++) {
      if (hides(profile.rules().get(i), rule)) {
        return is(line, "a line that line " + (i + 1) + " hides", "the narrower line first");
      }
    }
    return aim(rule, line).or(() -> conditions(profile, rule, line)).or(() -> action(rule, line));
  }

  private static boolean hides(ProfileRule earlier, ProfileRule later) {
    boolean wider = earlier.aim() instanceof Aim.Anything || isWider(earlier.aim(), later.aim());
    return earlier.on() == later.on()
        && earlier.chance() >= 1
        && wider
        && new HashSet<>(later.conditions()).containsAll(earlier.conditions());
  }

  private static boolean isWider(Aim earlier, Aim later) {
    return earlier.equals(later)
        || (later instanceof Aim.Listed narrow
            && narrow.by() == Aim.By.EXACT_NAME
            && earlier.equals(new Aim.Listed(narrow.measure(), Aim.By.NAME)));
  }

  private static Optional<Contradiction> aim(ProfileRule rule, int line) {
    boolean byAddress = rule.aim() instanceof Aim.Listed listed && listed.by() == Aim.By.ADDRESS;
    boolean byName = isByName(rule.aim());
    if (rule.on() == Sighting.Kind.DNS_QUESTION && byAddress) {
      return is(line, "a dns-question by address", "by name: a question has no other");
    }
    if (rule.on() == Sighting.Kind.DNS_ANSWER && byAddress) {
      return is(line, "a dns-answer by address", "by name: its addresses are looked up with it");
    }
    boolean anonymous =
        rule.on() == Sighting.Kind.CONNECTION
            || rule.on() == Sighting.Kind.OPAQUE
            || rule.on() == Sighting.Kind.DATAGRAM;
    if (anonymous && byName) {
      return is(line, "a " + rule.on().word() + " by name", "by address: it carries no name");
    }
    boolean nameless = rule.conditions().contains(new Nameless(true));
    return nameless && byName
        ? is(line, "nameless beside a name", "by: address, or any-name")
        : Optional.empty();
  }

  private static boolean isByName(Aim aim) {
    return aim instanceof Aim.Own own
        ? !own.list().hasAddresses()
        : aim instanceof Aim.Listed listed && listed.by() != Aim.By.ADDRESS;
  }

  private static Optional<Contradiction> conditions(Profile profile, ProfileRule rule, int line) {
    boolean quic = rule.on() == Sighting.Kind.QUIC_INITIAL && !profile.quic().decrypt();
    boolean readsHello =
        rule.conditions().stream()
            .anyMatch(c -> c instanceof Ech || c instanceof Esni || c instanceof Nameless);
    if (quic && (isByName(rule.aim()) || readsHello)) {
      return is(line, "a quic-initial by what is encrypted", "quic: {decrypt: true}");
    }
    boolean fromServer = rule.conditions().contains(new Sent(Direction.FROM_SERVER));
    if (fromServer && !profile.inspection().bothDirections()) {
      return is(line, "direction: server", "inspect: {directions: both}");
    }
    boolean datagramOnly = Set.of("race", "truncate").contains(rule.action().name());
    boolean onStreams =
        rule.conditions().stream()
            .anyMatch(c -> c instanceof Over over && !over.ways().equals(Set.of(DnsAsking.UDP)));
    return datagramOnly && onStreams
        ? is(line, rule.action().name() + " over streams", "over: udp")
        : Optional.empty();
  }

  private static Optional<Contradiction> action(ProfileRule rule, int line) {
    String word = rule.action().name();
    if (rule.residual().isPresent() && Set.of("block-page", "alert", "close").contains(word)) {
      return is(line, "a residual of '" + word + "'", "one of reset, silence or throttle");
    }
    if (rule.action() instanceof Reset reset
        && reset.onAnswer()
        && reset.towards() == Reset.Towards.SERVER) {
      return is(line, "on-answer towards the server", "towards: client or both");
    }
    boolean resets = word.equals("reset") && rule.conditions().contains(new Datagrams(true));
    return resets
        ? is(line, "a reset of datagrams", "silence or refuse: UDP knows no reset")
        : Optional.empty();
  }

  private static Optional<Contradiction> ofWhole(Profile profile) {
    InspectionPolicy.Reassembly reassembly = profile.inspection().reassembly();
    if (profile.inspection().toleratesRecords()
        && reassembly != InspectionPolicy.Reassembly.SEGMENTS_AND_RECORDS) {
      return is(0, "tolerate-records", "reassembly: segments+records");
    }
    if (profile.quic().everyDatagram() && profile.quic().idle().isPresent()) {
      return is(0, "quic idle where every datagram is looked at", "datagrams: first");
    }
    if (profile.quic().gather() != QuicPolicy.Gather.NONE && !profile.quic().decrypt()) {
      return is(0, "quic frames gathered", "decrypt: true: they are encrypted");
    }
    if (profile.extendedError() == Profile.UNTOLD && profile.structured().isPresent()) {
      return is(0, "a structured-error with extended-error none", "an Extended DNS Error to be in");
    }
    boolean forges =
        profile.rules().stream()
            .anyMatch(rule -> Set.of("forge", "race", "delay").contains(rule.action().name()));
    return profile.extendedError() == 4 && !forges
        ? is(0, "extended-error 4, Forged Answer", "a line that forges one (RFC 8914 section 4.5)")
        : Optional.empty();
  }

  private static Optional<Contradiction> is(int line, String found, String expected) {
    return Optional.of(new Contradiction(line, found, expected));
  }
}
