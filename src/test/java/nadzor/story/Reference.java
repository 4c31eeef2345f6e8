package nadzor.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document of src/docs that explains the words of a kind of file. Code in a heading is the place
 * that the section explains, as {@code world.sites}; without code it is the file as a whole.
 */
record Reference(List<Section> sections) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String CELL = "(?<!\\\\)\\|";
  private static final String INDENT = "    ";

  /** A heading and what stands under it. */
  record Section(Set<String> places, List<String> lines) {}

  /** In the example, something in the place of something else is refused. */
  record Refusal(String good, String bad, String message) {}

  static Reference named(String name) {
    List<Section> sections = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of("src", "docs", name + ".md"))) {
        if (line.startsWith("#")) {
          sections.add(new Section(Set.copyOf(code(line)), new ArrayList<>()));
        }
        sections.get(sections.size() - 1).lines().add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reference(sections);
  }

  private static List<String> code(String line) {
    return CODE.matcher(line)
        .results()
        .map((MatchResult found) -> found.group(1).replace("\\|", "|"))
        .toList();
  }

  /** Whether the nearest section on a place, or without one the whole document, has a word. */
  boolean has(String place, String word) {
    String nearest = place;
    while (!nearest.isEmpty() && on(nearest).isEmpty()) {
      nearest = nearest.substring(0, Math.max(0, nearest.lastIndexOf('.')));
    }
    List<Section> where = nearest.isEmpty() ? sections : on(nearest);
    return where.stream().anyMatch(section -> words(section).contains(word));
  }

  private List<Section> on(String place) {
    return sections.stream().filter(section -> section.places().contains(place)).toList();
  }

  /** All code in its lines, whole and in pieces; not the examples. */
  private static Set<String> words(Section section) {
    Set<String> words = new HashSet<>();
    section.lines().stream()
        .filter(line -> !line.startsWith(INDENT))
        .flatMap(line -> code(line).stream())
        .forEach(
            code -> {
              words.add(code);
              words.addAll(Arrays.asList(code.split("[\\s,.:(){}\\[\\]]+")));
            });
    return words;
  }

  /** The keys of the tables of words with their places, and whether they are said to be needed. */
  Map<String, Boolean> rows() {
    Map<String, Boolean> rows = new TreeMap<>();
    for (Section section : sections) {
      Set<String> places = section.places().isEmpty() ? Set.of("") : section.places();
      boolean words = false;
      for (String line : section.lines()) {
        words = line.startsWith("|") && (words || line.startsWith("| word |"));
        String[] cells = line.split(CELL, -1);
        if (words && cells.length > 3) {
          boolean needed = cells[3].strip().equals("needed");
          for (String word : code(cells[1])) {
            places.forEach(place -> rows.put(place.isEmpty() ? word : place + "." + word, needed));
          }
        }
      }
    }
    return rows;
  }

  /** The example that begins so. */
  String block(String start) {
    List<String> lines = sections.get(0).lines();
    int from = lines.indexOf(first(lines, INDENT + start));
    return lines.subList(from, lines.size()).stream()
        .takeWhile(line -> line.isEmpty() || line.startsWith(INDENT))
        .map(line -> line.isEmpty() ? "" : line.substring(INDENT.length()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String first(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  /** The rows of the last table. */
  List<Refusal> refusals() {
    return sections.get(sections.size() - 1).lines().stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(CELL, -1))
        .map(cells -> new Refusal(one(cells[1]), one(cells[2]), one(cells[3])))
        .toList();
  }

  private static String one(String cell) {
    return code(cell).get(0);
  }
}
