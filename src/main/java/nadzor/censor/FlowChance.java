package nadzor.censor;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.Sighting;

/** Draws once for each line and flow: what was drawn stays with the flow. Not thread-safe. */
final class FlowChance implements Favour {
  private final LineChance lines;
  private Optional<Map<ProfileRule, Boolean>> drawn = Optional.empty();

  FlowChance(LineChance lines) {
    this.lines = lines;
  }

  @Override
  public boolean favours(ProfileRule line, int index, Sighting sighting, Scene scene) {
    if (line.chance() >= 1) {
      return true;
    }
    Map<ProfileRule, Boolean> known = drawn.orElseGet(IdentityHashMap::new);
    drawn = Optional.of(known);
    return known.computeIfAbsent(line, l -> lines.favours(l, index, sighting, scene));
  }
}
