package nadzor.impact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives equal verdicts one small number, so that a table can hold them. Thread-safe. */
final class VerdictBook {
  /** The number of a request that is free in all views, before and after. */
  static final int FREE = 0;

  private final Map<Verdict, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<List<Outcome>, Integer> kinds = new ConcurrentHashMap<>();
  private final List<Verdict> verdicts = Collections.synchronizedList(new ArrayList<>());

  VerdictBook(int views) {
    Verdict free = new Verdict(Collections.nCopies(views, Change.NONE));
    verdicts.add(free);
    kinds.put(free.outcomes(), FREE);
  }

  int number(Verdict verdict) {
    return verdict.isFree() ? FREE : numbers.computeIfAbsent(verdict, this::enter);
  }

  private int enter(Verdict verdict) {
    synchronized (verdicts) {
      verdicts.add(verdict);
      return verdicts.size() - 1;
    }
  }

  /** The number of a verdict with the same outcomes, one for all of them: few, unlike verdicts. */
  int kind(int number) {
    return kinds.computeIfAbsent(verdict(number).outcomes(), outcomes -> number);
  }

  Verdict verdict(int number) {
    return verdicts.get(number);
  }
}
