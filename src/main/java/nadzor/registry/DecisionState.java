package nadzor.registry;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Locale;
import java.util.Set;

/** The states of a decision, and which may follow which. */
public enum DecisionState implements State<DecisionState> {
  /** Somebody asked for it. */
  PROPOSED,
  /** The authority decided. */
  TAKEN,
  /** It is public; a transition may run. */
  ANNOUNCED,
  /** It binds. */
  IN_FORCE,
  /** It binds no more. */
  LIFTED,
  /** Another decision stands in its place. */
  SUPERSEDED;

  private static final ImmutableMap<DecisionState, Set<DecisionState>> MOVES =
      Maps.immutableEnumMap(
          ImmutableMap.of(
              PROPOSED, Sets.immutableEnumSet(TAKEN),
              TAKEN, Sets.immutableEnumSet(ANNOUNCED),
              ANNOUNCED, Sets.immutableEnumSet(IN_FORCE, LIFTED, SUPERSEDED),
              IN_FORCE, Sets.immutableEnumSet(LIFTED, SUPERSEDED),
              LIFTED, Set.of(),
              SUPERSEDED, Set.of()));

  @Override
  public Set<DecisionState> next() {
    return MOVES.getOrDefault(this, Set.of());
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
