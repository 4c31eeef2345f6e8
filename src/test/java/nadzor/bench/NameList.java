package nadzor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/** Lists of names to be blocked, each with all names below it. */
final class NameList {
  private static final String MADE_UP = "made up";

  private NameList() {}

  /**
   * Compiles a file.
   *
   * @param file one name a line
   */
  static Blocklist read(Path file) throws IOException {
    String label = String.valueOf(file.getFileName());
    List<Rule> rules = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.lines().forEach(name -> rules.add(rule(name, label, rules.size() + 1)));
    }
    return Blocklist.compile(1, rules);
  }

  /** Compiles the names {@link #name} of 0 to {@code count - 1}. */
  static Blocklist of(int count) {
    List<Rule> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rules.add(rule(name(i), MADE_UP, i + 1));
    }
    return Blocklist.compile(1, rules);
  }

  /** The name of a number, such as {@code x0000042.example42.test}. */
  static String name(int number) {
    String digits = String.valueOf(10_000_000 + number).substring(1);
    return "x" + digits + ".example" + number % 997 + ".test";
  }

  private static Rule rule(String name, String file, int line) {
    return new Rule(Matcher.of("." + name), Measure.BLOCK, new Reason.OfList(file, line));
  }
}
