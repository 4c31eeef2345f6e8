package nadzor.registry;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Locale;
import java.util.Set;

/**
 * What has become of a proposed decision, and what may follow. One that was dismissed may be
 * proposed again; a decision is taken on a proposal that waits.
 */
public enum ProposalState implements State<ProposalState> {
  /** It waits for somebody who takes or dismisses it. */
  PENDING,
  /** There is a decision of its id. */
  TAKEN,
  /** It will not be taken. */
  DISMISSED;

  private static final ImmutableMap<ProposalState, Set<ProposalState>> MOVES =
      Maps.immutableEnumMap(
          ImmutableMap.of(
              PENDING, Sets.immutableEnumSet(TAKEN, DISMISSED),
              DISMISSED, Sets.immutableEnumSet(PENDING),
              TAKEN, Set.of()));

  @Override
  public Set<ProposalState> next() {
    return MOVES.getOrDefault(this, Set.of());
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
