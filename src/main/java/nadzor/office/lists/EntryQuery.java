package nadzor.office.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;

/**
 * Which entries of a version are looked for. Immutable.
 *
 * @param text what a matcher or a reason has in it, lower case
 * @param kind what they are about
 * @param measure what they order
 */
public record EntryQuery(
    Optional<String> text, Optional<EntryKind> kind, Optional<Measure> measure) {
  /** Takes the text in whatever case. */
  public EntryQuery {
    text = text.map(one -> one.toLowerCase(Locale.ROOT));
  }

  /**
   * A page of what is found.
   *
   * @param items in the order of the version's index, which is the same at every time
   * @param total how many are found in all
   */
  public record Found(List<Rule> items, int total) {
    /** Copies the list. */
    public Found {
      items = List.copyOf(items);
    }
  }

  /** Looks at every entry and keeps no more than a page of them. */
  public Found in(Blocklist list, int offset, int limit) {
    Window window = new Window(offset, limit);
    list.forEach(window);
    return new Found(window.items, window.total);
  }

  private boolean has(Rule rule) {
    return measure.filter(one -> one != rule.measure()).isEmpty()
        && kind.filter(one -> one != EntryKind.of(rule.matcher())).isEmpty()
        && text.filter(one -> !isIn(one, rule)).isEmpty();
  }

  private static boolean isIn(String wanted, Rule rule) {
    return rule.matcher().toString().toLowerCase(Locale.ROOT).contains(wanted)
        || rule.reason().label().toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Counts all, keeps what lies within. */
  private final class Window implements Consumer<Rule> {
    private final int offset;
    private final int limit;
    private final List<Rule> items = new ArrayList<>();
    private int total;

    Window(int offset, int limit) {
      this.offset = offset;
      this.limit = limit;
    }

    @Override
    public void accept(Rule rule) {
      if (has(rule)) {
        if (total >= offset && items.size() < limit) {
          items.add(rule);
        }
        total++;
      }
    }
  }
}
