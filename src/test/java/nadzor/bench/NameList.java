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

/** Lists of names to be blocked, each with all names below it unless said otherwise. */
final class NameList {
  private static final String MADE_UP = "made up";

  /** How the names of a list are written. */
  enum Kind {
    /** The name alone. */
    EXACT("%s"),
    /** The name and those below it. */
    SUFFIX(".%s"),
    /** All names that end so: {@code *0000042.example42.test}. */
    END("*%2$s"),
    /** All names that have its first part within: {@code *0000042.exam*}. */
    WITHIN("*%3$s*"),
    /** The ones and the others in turn, and short texts too. */
    MIXED("");

    private static final List<Kind> PLAIN = List.of(EXACT, SUFFIX, END, WITHIN);
    private static final int SHORT_EVERY = 1000;

    private final String format;

    Kind(String format) {
      this.format = format;
    }

    private String written(int number) {
      if (this == MIXED && number % SHORT_EVERY == 0) {
        return "*" + Integer.toString(number / SHORT_EVERY + 1_000, Character.MAX_RADIX) + "_*";
      }
      Kind one = this == MIXED ? PLAIN.get(number % PLAIN.size()) : this;
      String name = NameList.name(number);
      return String.format(one.format, name, name.substring(1), name.substring(1, 13));
    }
  }

  private NameList() {}

  /**
   * Compiles a file.
   *
   * @param file one name a line
   */
  static Blocklist read(Path file) throws IOException {
    return read(file, ".%s");
  }

  /** As the other, each name written in this form. */
  static Blocklist read(Path file, String form) throws IOException {
    String label = String.valueOf(file.getFileName());
    List<Rule> rules = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines
          .lines()
          .forEach(name -> rules.add(rule(String.format(form, name), label, rules.size() + 1)));
    }
    return Blocklist.compile(1, rules);
  }

  /** Compiles the names {@link #name} of 0 to {@code count - 1}. */
  static Blocklist of(int count) {
    List<Rule> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rules.add(rule("." + name(i), MADE_UP, i + 1));
    }
    return Blocklist.compile(1, rules);
  }

  /** Compiles the names {@link #name} of 0 to {@code count - 1}, written in this way. */
  static Blocklist of(int count, Kind kind) {
    List<Rule> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Matcher matcher = Matcher.of(kind.written(i));
      rules.add(new Rule(matcher, Measure.BLOCK, new Reason.OfList(MADE_UP, i + 1)));
    }
    return Blocklist.compile(1, rules);
  }

  /** The name of a number, such as {@code x0000042.example42.test}. */
  static String name(int number) {
    String digits = String.valueOf(10_000_000 + number).substring(1);
    return "x" + digits + ".example" + number % 997 + ".test";
  }

  private static Rule rule(String matcher, String file, int line) {
    return new Rule(Matcher.of(matcher), Measure.BLOCK, new Reason.OfList(file, line));
  }
}
