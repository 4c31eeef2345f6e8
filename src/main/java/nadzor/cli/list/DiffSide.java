package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.exchange.Reading;
import nadzor.exchange.Remark;
import nadzor.office.lists.ListIntake;
import nadzor.office.lists.Taken;
import nadzor.store.lists.ListFolder;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of two lists that are compared.
 *
 * @param word how it was given
 * @param list compiled
 * @param taken what was read of it, where it is a file
 */
record DiffSide(String word, Blocklist list, Optional<Taken> taken) {
  /**
   * Reads one; the first values that are refused are told.
   *
   * @throws IOException if it cannot be read, or most of a file is refused: that is no list
   */
  static DiffSide read(
      String word, ListFolder versions, Reading how, Measure measure, PrintWriter err)
      throws IOException {
    GivenList given = new GivenList(word);
    Optional<Path> file = given.file(versions);
    if (file.isEmpty()) {
      return new DiffSide(word, given.stored(versions), Optional.empty());
    }
    Complaints told = new Complaints(err, item -> {});
    Taken taken = ListIntake.read(List.of(file.get()), how, measure, told);
    if (taken.refused() > taken.items().items()) {
      throw new IOException(
          word + ": most of it cannot be used; the first: " + taken.refusals().get(0));
    }
    return new DiffSide(word, taken.list(), Optional.of(taken));
  }

  /** What reasons call the file. */
  Optional<String> file() {
    return taken.map(unused -> ListIntake.name(word));
  }

  /** How it stands in an answer: a version by its number, a file by its name. */
  void name(ObjectNode node, String key) {
    if (taken.isPresent()) {
      node.put(key, word);
    } else {
      node.put(key, list.number());
    }
  }

  /** What was read of a file, and what became of it. */
  Optional<ObjectNode> object() {
    return taken.map(
        read ->
            Shapes.object()
                .put("items", read.items().items())
                .put("repairedValues", read.items().count(Remark.Kind.REPAIRED))
                .put("refusedValues", read.refused())
                .put("unordered", read.unordered()));
  }

  /** The same in words. */
  Optional<String> words() {
    return taken.map(
        read ->
            String.format(
                "%s: %,d items read, %,d values repaired, %,d refused, %,d that restrict nothing",
                Clean.text(word),
                read.items().items(),
                read.items().count(Remark.Kind.REPAIRED),
                read.refused(),
                read.unordered()));
  }
}
