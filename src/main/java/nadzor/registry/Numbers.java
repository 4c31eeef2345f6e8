package nadzor.registry;

import com.google.common.collect.Lists;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;

/** Numbers of records among which all are that are looked for, ascending, each once. */
sealed interface Numbers {
  /** About how many there are. */
  int count();

  /** Goes through those after a number, in one direction, until the visitor has had enough. */
  void visit(long limit, Walk walk, IntPredicate goesOn);

  /**
   * How to go through them.
   *
   * @param after the number to begin behind; 0 for the beginning
   * @param down from the last to the first
   */
  record Walk(long after, boolean down) {
    boolean isAhead(long number) {
      return after == 0 || (down ? number < after : number > after);
    }
  }

  /** All there are. */
  record All(long from, int count) implements Numbers {
    @Override
    public void visit(long limit, Walk walk, IntPredicate goesOn) {
      long first = walk.down() || walk.after() == 0 ? from : Math.max(from, walk.after() + 1);
      long last = walk.down() && walk.after() > 0 ? Math.min(limit, walk.after() - 1) : limit;
      for (long step = 0; step <= last - first; step++) {
        if (!goesOn.test((int) (walk.down() ? last - step : first + step))) {
          return;
        }
      }
    }
  }

  /** Those of lists, which may overlap. */
  record Of(Collection<Postings> lists) implements Numbers {
    @Override
    public int count() {
      return lists.stream().mapToInt(Postings::count).sum();
    }

    @Override
    public void visit(long limit, Walk walk, IntPredicate goesOn) {
      int[] numbers =
          lists.size() == 1
              ? lists.iterator().next().upTo(limit)
              : lists.stream()
                  .flatMapToInt(list -> Arrays.stream(list.upTo(limit)))
                  .sorted()
                  .distinct()
                  .toArray();
      new These(Ints.asList(numbers)).visit(limit, walk, goesOn);
    }
  }

  /** Given ones. */
  record These(List<Integer> numbers) implements Numbers {
    @Override
    public int count() {
      return numbers.size();
    }

    @Override
    public void visit(long limit, Walk walk, IntPredicate goesOn) {
      for (int number : walk.down() ? Lists.reverse(numbers) : numbers) {
        if (number <= limit && walk.isAhead(number) && !goesOn.test(number)) {
          return;
        }
      }
    }
  }
}
