package nadzor.censor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.censor.condition.Datagrams;
import nadzor.flow.Sighting;

/**
 * Which lines of a profile can never be reached, and which exempt from nothing: the first line that
 * hits decides, and what decided on a connection decides for all that is seen on it.
 */
final class Hiding {
  private static final Set<Sighting.Kind> ON_STREAMS =
      Set.of(Sighting.Kind.HTTP_HEAD, Sighting.Kind.CLIENT_HELLO, Sighting.Kind.OPAQUE);
  private static final Set<Sighting.Kind> ON_DATAGRAMS =
      Set.of(Sighting.Kind.QUIC_INITIAL, Sighting.Kind.DATAGRAM);

  private final List<ProfileRule> rules;

  Hiding(List<ProfileRule> rules) {
    this.rules = rules;
  }

  Optional<Contradiction> of(int index) {
    for (int i = 0; i < rules.size(); i++) {
      boolean before = rules.get(i).on() == rules.get(index).on() ? i < index : i != index;
      if (before && hides(rules.get(i), rules.get(index))) {
        return Contradiction.is(
            index, "a line that line " + (i + 1) + " hides", "the narrower line first");
      }
    }
    return rules.get(index).action().restricts() || exempts(index)
        ? Optional.empty()
        : Contradiction.is(
            index, "a pass that exempts from nothing", "a line behind it that would restrict");
  }

  private static boolean hides(ProfileRule earlier, ProfileRule later) {
    boolean connection = earlier.on() == Sighting.Kind.CONNECTION && earlier.on() != later.on();
    return (earlier.on() == later.on() || (connection && begins(earlier, later.on())))
        && earlier.chance() >= 1
        && earlier.aim().covers(later.aim())
        && earlier.conditions().stream()
            .filter(one -> !(connection && one instanceof Datagrams))
            .allMatch(one -> later.conditions().stream().anyMatch(one::covers));
  }

  /** Whether flows on which this kind is seen are among those that the line meets. */
  private static boolean begins(ProfileRule connection, Sighting.Kind kind) {
    boolean stream = !connection.conditions().contains(new Datagrams(true));
    boolean datagrams = !connection.conditions().contains(new Datagrams(false));
    return (stream && ON_STREAMS.contains(kind)) || (datagrams && ON_DATAGRAMS.contains(kind));
  }

  private boolean exempts(int index) {
    Sighting.Kind on = rules.get(index).on();
    for (int i = 0; i < rules.size(); i++) {
      boolean behind = rules.get(i).on() == on ? i > index : isSeenLater(on, rules.get(i).on());
      if (behind && rules.get(i).action().restricts()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSeenLater(Sighting.Kind first, Sighting.Kind later) {
    return switch (first) {
      case DNS_QUESTION -> later == Sighting.Kind.DNS_ANSWER;
      case CONNECTION -> ON_STREAMS.contains(later) || ON_DATAGRAMS.contains(later);
      case HTTP_HEAD, CLIENT_HELLO, OPAQUE -> ON_STREAMS.contains(later);
      case QUIC_INITIAL, DATAGRAM -> ON_DATAGRAMS.contains(later);
      case DNS_ANSWER -> false;
    };
  }
}
