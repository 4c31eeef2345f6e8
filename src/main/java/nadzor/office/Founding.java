package nadzor.office;

import java.time.Instant;
import java.util.List;
import nadzor.registry.Catalogue;
import nadzor.registry.Journal;
import nadzor.registry.Registry;
import nadzor.story.Scenario;

/**
 * What a new journal begins with: nothing, or what a scenario has until an instant; with the
 * scenario's operators and platforms, or without. Immutable.
 */
record Founding(Scenario scenario, Shelf shelf) {
  private static final String BY = "scenario";

  /** What the store holds; where that is nothing, the scenario's records up to then, if wanted. */
  Records open(boolean populated, Instant end) {
    Records held = shelf.open(scenario.catalogue());
    if (populated && held.latest().limit() == 0) {
      populate(held, end);
    }
    return held;
  }

  /** A new journal in the place of one that is closed, and that is put aside. */
  Records anew(boolean populated, boolean cards, Instant end) {
    shelf.putAside();
    Records fresh = shelf.open(base(cards));
    if (populated) {
      populate(fresh, end);
    }
    return fresh;
  }

  /** What {@link #anew} would begin with. */
  Registry planned(boolean populated, boolean cards, Instant end) {
    Journal copy = new Journal(base(cards));
    if (populated) {
      scenario.journal().entries().stream()
          .filter(one -> !one.at().isAfter(end))
          .forEach(one -> copy.append(one.at(), BY, one.entry()));
    }
    return copy.latest();
  }

  /** The scenario's records up to an instant, inclusive. */
  private void populate(Records fresh, Instant end) {
    scenario.journal().entries().stream()
        .filter(one -> !one.at().isAfter(end))
        .forEach(one -> fresh.append(one.at(), BY, List.of(one.entry())));
  }

  private Catalogue base(boolean cards) {
    return cards ? scenario.catalogue() : new Catalogue(List.of(), List.of());
  }
}
