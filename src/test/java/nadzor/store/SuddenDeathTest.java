package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any moment loses nothing that it has acknowledged. */
class SuddenDeathTest {
  private static final int DEATHS = 50;
  private static final int MOST = 1_000_000;

  @Test
  void nothingAcknowledgedIsLost(@TempDir Path directory) throws Exception {
    long seed = Long.getLong("nadzor.seed", new Random().nextLong());
    Random random = new Random(seed);
    Path file = directory.resolve("nadzor.db");
    long acknowledged = 0;
    long most = 0;
    Child heir = heir(directory, 0);
    for (int death = 0; death < DEATHS; death++) {
      Child child = heir;
      child.go();
      heir = heir(directory, death + 1); // starts while the other one writes
      acknowledged = Math.max(acknowledged, die(child, random));
      long kept = next(file) - 1;
      String where = "death " + death + ", seed " + seed;
      assertTrue(kept >= acknowledged, where + ": " + acknowledged + " acknowledged, " + kept);
      assertTrue(kept >= most, where);
      most = kept;
    }
    heir.kill();
    assertTrue(acknowledged > DEATHS, "records were written: " + acknowledged);
    try (KeptJournal journal = Kept.open(file)) {
      assertEquals(most, journal.entries().size());
      assertEquals(1 + most, Kept.add(journal, 1 + most).number());
    }
  }

  private static Child heir(Path directory, int number) throws IOException {
    return Child.warm(directory.resolve("nadzor.db"), MOST, directory.resolve("warm" + number));
  }

  /** Kills it after some acknowledgements and a moment; the last record it acknowledged. */
  private static long die(Child child, Random random) throws IOException, InterruptedException {
    int lines = random.nextInt(40);
    long last = 0;
    for (int i = 0; i < lines; i++) {
      last = number(child.says());
    }
    long until = System.nanoTime() + random.nextInt(4_000_000);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    child.kill();
    for (Optional<String> said = child.says(); said.isPresent(); said = child.says()) {
      last = number(said);
    }
    return last;
  }

  private static long number(Optional<String> said) {
    String line = said.orElse("it ended before it was killed");
    if (line.startsWith("ack ")) {
      return Long.parseLong(line.substring("ack ".length()));
    }
    assertTrue(line.startsWith("open "), line);
    return 0;
  }

  /** Opens it and follows the whole chain; the number of the record that comes next. */
  private static long next(Path file) {
    if (!file.toFile().exists()) {
      return 1;
    }
    try (JournalStore store = JournalStore.open(file.toString())) {
      return store.verify(row -> {}).number() + 1;
    }
  }
}
