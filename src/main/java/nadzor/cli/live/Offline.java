package nadzor.cli.live;

import java.io.OutputStream;
import java.util.Optional;
import nadzor.store.BrokenChain;
import nadzor.store.Export;
import nadzor.store.Head;
import nadzor.store.JournalSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A store that is read without a laboratory: it may run or not, nothing is locked or changed. */
record Offline(String place) {
  /**
   * What the API would tell of its chain.
   *
   * @throws nadzor.store.StoreException if the store cannot be read
   */
  JsonNode verified() {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    try (JournalSource source = JournalSource.open(place)) {
      Head head = source.verify(row -> {});
      return told.put("whole", true)
          .put("entries", head.number())
          .put("head", head.hash().toString());
    } catch (BrokenChain e) {
      told.put("whole", false).put("entries", e.number() - 1).put("head", "");
      String what = "found " + e.found() + ", expected " + e.expected();
      told.putObject("broken").put("number", e.number()).put("what", what);
      return told;
    }
  }

  /**
   * Writes the journal, or what of it is good.
   *
   * @return why it ends before the journal does; empty where it does not
   * @throws nadzor.store.StoreException if the store cannot be read
   */
  Optional<String> export(OutputStream lines) {
    try (JournalSource source = JournalSource.open(place)) {
      return Export.run(source, lines, row -> {}).bad();
    }
  }
}
