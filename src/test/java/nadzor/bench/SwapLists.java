package nadzor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.ListVersion;
import nadzor.store.lists.Making;

/**
 * Keeps versions in a folder of lists, as {@code nadzor list build} does: {@code FOLDER FIRST
 * SECOND DELTA...}. Versions 1 and 2 are those files, one name a line; 3 is the first again, and
 * every delta the next. A delta has lines {@code +NAME} and {@code -NAME LINE}, of a name that the
 * first file has in that line.
 */
public final class SwapLists {
  private final ListFolder folder;

  private SwapLists(Path folder) {
    this.folder = new ListFolder(folder);
  }

  /** Builds all, and says what each became. */
  public static void main(String[] arguments) throws IOException {
    SwapLists lists = new SwapLists(Path.of(arguments[0]));
    Path first = Path.of(arguments[1]);
    Blocklist list = NameList.read(first, ".%s");
    lists.keep(list);
    lists.keep(NameList.read(Path.of(arguments[2]), ".%s"));
    lists.keep(list);
    for (int i = 3; i < arguments.length; i++) {
      list = changed(list, Path.of(arguments[i]), first);
      lists.keep(list);
    }
  }

  private void keep(Blocklist list) throws IOException {
    ListVersion kept = folder.add(list, new Making("bench", Instant.EPOCH, "", List.of()));
    System.out.printf(
        "version %d: %,d rules, %s%n",
        kept.number(), kept.rules(), kept.isDelta() ? "a delta" : "whole");
  }

  private static Blocklist changed(Blocklist list, Path delta, Path first) throws IOException {
    List<Rule> added = new ArrayList<>();
    List<Rule> removed = new ArrayList<>();
    List<String> lines = Files.readAllLines(delta);
    for (int i = 0; i < lines.size(); i++) {
      String[] words = lines.get(i).substring(1).split(" ", -1);
      if (lines.get(i).startsWith("+")) {
        added.add(rule(words[0], delta, i + 1));
      } else {
        removed.add(rule(words[0], first, Integer.parseInt(words[1])));
      }
    }
    return list.next(list.number() + 1, added, removed);
  }

  private static Rule rule(String name, Path file, int line) {
    Reason reason = new Reason.OfList(String.valueOf(file.getFileName()), line);
    return new Rule(Matcher.of("." + name), Measure.BLOCK, reason);
  }
}
