package nadzor.impact;

import java.util.ArrayList;
import java.util.List;
import nadzor.flow.NameView;

/** Judges a request by both versions under all views. Thread-safe; each thread has its lane. */
final class Judge {
  private final List<ViewJudge> before;
  private final List<ViewJudge> after;
  private final List<Glance> glances;
  private final VerdictBook book;

  Judge(ListVersion from, ListVersion to, List<View> views) {
    before = views.stream().map(view -> ViewJudge.of(view, from.list())).toList();
    after = views.stream().map(view -> ViewJudge.of(view, to.list())).toList();
    glances = List.of(Glance.of(from.list()), Glance.of(to.list()));
    book = new VerdictBook(views.size());
  }

  VerdictBook book() {
    return book;
  }

  Lane lane() {
    return new Lane();
  }

  /** What one thread judges with; not thread-safe. */
  final class Lane {
    private final NameView name = new NameView();

    /**
     * The number of the verdict.
     *
     * @param text a name in lower case, of ASCII, at most 253 characters
     * @param type the query type
     * @param url empty where the log tells none
     */
    int judge(String text, int type, String url) {
      name.clear();
      for (int i = 0; i < text.length(); i++) {
        name.append((byte) text.charAt(i));
      }
      return mayMatter(url) ? book.number(verdict(type, url)) : VerdictBook.FREE;
    }

    private boolean mayMatter(String url) {
      for (int i = 0; i < glances.size(); i++) {
        if (glances.get(i).mayHold(name, url)) {
          return true;
        }
      }
      return false;
    }

    private Verdict verdict(int type, String url) {
      List<Change> changes = new ArrayList<>(before.size());
      for (int i = 0; i < before.size(); i++) {
        changes.add(
            new Change(before.get(i).judge(name, type, url), after.get(i).judge(name, type, url)));
      }
      return new Verdict(changes);
    }
  }
}
