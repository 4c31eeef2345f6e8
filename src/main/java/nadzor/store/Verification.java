package nadzor.store;

import com.google.common.hash.HashCode;
import java.util.function.Consumer;
import nadzor.registry.Recorded;

/** The check of a whole journal: chain, numbers, JSON. Used once. */
final class Verification {
  private final ChainCheck check = new ChainCheck(Head.GENESIS);
  private final EntryJson json = new EntryJson();

  Head run(JournalSource source, Consumer<Row> progress) {
    Head noted =
        new ReadAhead(source)
            .read(
                0,
                check::follow,
                row -> {
                  readable(row);
                  progress.accept(row);
                });
    check.end(noted);
    return noted;
  }

  private void readable(Row row) {
    try {
      Recorded<?> recorded = json.read(row.line());
      if (recorded.number() != row.number()) {
        throw new BrokenChain(
            row.number(), "number " + recorded.number() + " in its JSON", "the same number");
      }
    } catch (BadRecord e) {
      throw new BrokenChain(row.number(), e.found() + " at '" + e.pointer() + "'", e.expected());
    }
  }

  /** Checks that a journal still goes back to a head that was noted earlier. */
  static void goesBackTo(JournalSource source, Head noted) {
    if (noted.number() == 0) {
      return;
    }
    HashCode[] found = new HashCode[1];
    source.read(
        noted.number() - 1,
        row -> {
          if (row.number() == noted.number()) {
            found[0] = row.hash();
          }
        });
    String shown = found[0] == null ? "no such record" : "hash " + found[0];
    if (!noted.hash().equals(found[0])) {
      throw new BrokenChain(noted.number(), shown, "hash " + noted.hash() + ", as noted");
    }
  }
}
