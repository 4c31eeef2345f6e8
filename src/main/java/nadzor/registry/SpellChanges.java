package nadzor.registry;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings rows up to what is known: new decisions, and those on which something was recorded. */
record SpellChanges(SpellRows rows, Lives lives) {
  /** Takes in what was recorded after that number. */
  void after(long number) {
    Books books = lives.books();
    BitSet changed = new BitSet();
    Map<Long, String> superseded = new TreeMap<>();
    for (Recorded<Decision> fresh : fresh(books.decisions, number)) {
      Decision decision = fresh.entry();
      rows.add(
          fresh,
          decision,
          new Spell(decision.timetable(), decision.timetable().end()),
          Optional.empty());
      decision.supersedes().ifPresent(id -> superseded.put(fresh.number(), id));
    }
    superseded.forEach((fresh, id) -> change(id, fresh, changed));
    for (Recorded<Lifting> fresh : fresh(books.liftings, number)) {
      change(fresh.entry().decisionId(), fresh.number(), changed);
    }
    changed.stream()
        .forEach(
            row ->
                rows.set(
                    row,
                    lives.spell(lives.decision(row)),
                    lives.liftingRecorded(row),
                    rows.touched(row)));
  }

  private <E extends Entry> List<Recorded<E>> fresh(Table<E> table, long number) {
    List<Recorded<E>> all = table.upTo(lives.limit());
    return all.subList(table.upTo(number).size(), all.size());
  }

  private void change(String id, long number, BitSet changed) {
    for (Recorded<Decision> one : lives.chain(id)) {
      int row = lives.books().decisions.upTo(one.number()).size() - 1;
      rows.touch(row, number);
      changed.set(row);
    }
  }
}
