package nadzor.registry;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Locale;
import java.util.Set;

/** What has become of a demand, and what may follow. */
public enum DemandState implements State<DemandState> {
  /** Its term runs, or it has none. */
  OPEN,
  /** It was met, in time or late. */
  MET,
  /** Its term has passed, or an answer says so. */
  IGNORED;

  private static final ImmutableMap<DemandState, Set<DemandState>> MOVES =
      Maps.immutableEnumMap(
          ImmutableMap.of(
              OPEN, Sets.immutableEnumSet(MET, IGNORED),
              IGNORED, Sets.immutableEnumSet(MET, IGNORED),
              MET, Set.of()));

  @Override
  public Set<DemandState> next() {
    return MOVES.getOrDefault(this, Set.of());
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
