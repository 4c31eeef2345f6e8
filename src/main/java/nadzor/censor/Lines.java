package nadzor.censor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.flow.Sighting;

/** The lines of a profile by the kind of sighting that they act on. Immutable. */
final class Lines {
  private final Map<Sighting.Kind, List<ProfileRule>> byKind = new EnumMap<>(Sighting.Kind.class);

  Lines(Profile profile) {
    for (Sighting.Kind kind : Sighting.Kind.values()) {
      byKind.put(kind, profile.on(kind));
    }
  }

  boolean has(Sighting.Kind kind) {
    return !on(kind).isEmpty();
  }

  List<ProfileRule> on(Sighting.Kind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** The first line that hits. */
  Optional<Foresight> hit(Blocklist version, Sighting sighting, Scene scene, Favour favour) {
    List<ProfileRule> lines = on(sighting.kind());
    for (int i = 0; i < lines.size(); i++) {
      ProfileRule line = lines.get(i);
      Match match = match(line, version, sighting, scene);
      if (!match.isEmpty() && favour.favours(line, i, sighting, scene)) {
        return Optional.of(new Foresight(line, match));
      }
    }
    return Optional.empty();
  }

  /** Every line that could hit, up to the first that always does. */
  List<Foresight> possible(Blocklist version, Sighting sighting, Scene scene) {
    List<Foresight> found = new ArrayList<>();
    for (ProfileRule line : on(sighting.kind())) {
      Match match = match(line, version, sighting, scene);
      if (!match.isEmpty()) {
        found.add(new Foresight(line, match));
        if (line.chance() >= 1) {
          return found;
        }
      }
    }
    return found;
  }

  /** The first line that could restrict; empty where none could, or all are exempted before. */
  Optional<Foresight> restriction(Blocklist version, Sighting sighting, Scene scene) {
    return possible(version, sighting, scene).stream().filter(Foresight::restricts).findFirst();
  }

  private static Match match(ProfileRule line, Blocklist version, Sighting sighting, Scene scene) {
    return line.holds(sighting, scene) ? line.aim().match(version, sighting, scene) : Match.NONE;
  }
}
