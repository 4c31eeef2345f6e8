package nadzor.registry;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Violations, as a statement tells them: how many, since when, which laws, the latest of them. */
record Evidence(List<Violation> violations, String names) {
  private static final int TOLD = 4;

  static Evidence of(Registry registry, Subject subject, Instant until) {
    return new Evidence(registry.violations(subject, until), registry.catalogue().name(subject));
  }

  static Evidence of(Registry registry, Decision decision, Instant until) {
    List<String> targets = decision.order().targets();
    return new Evidence(registry.counting(targets, until), names(registry, targets));
  }

  static String names(Registry registry, List<String> platformIds) {
    return platformIds.stream()
        .map(id -> registry.catalogue().require("statement", id).name())
        .collect(Collectors.joining(", "));
  }

  /** One paragraph and a list, each line with its LF. */
  String text() {
    if (violations.isEmpty()) {
      return "Recorded: no violations by " + names + ".\n";
    }
    return "Recorded: " + count() + since() + reconstructed() + ".\n" + kinds() + laws() + latest();
  }

  private String count() {
    String noun = violations.size() == 1 ? " violation" : " violations";
    return violations.size() + noun + " by " + names;
  }

  private String since() {
    return violations.stream()
        .map(Violation::at)
        .min(Comparator.naturalOrder())
        .map(first -> " since " + MoscowTime.month(first))
        .orElse("");
  }

  private String reconstructed() {
    long count = violations.stream().filter(Violation::reconstructed).count();
    return count == 0 ? "" : " (" + count + " reconstructed from published totals)";
  }

  private String kinds() {
    Map<String, Long> kinds =
        violations.stream()
            .collect(Collectors.groupingBy(Violation::breach, TreeMap::new, Collectors.counting()));
    return "Kinds: "
        + kinds.entrySet().stream()
            .map(kind -> kind.getKey() + " (" + kind.getValue() + ")")
            .collect(Collectors.joining("; "))
        + ".\n";
  }

  private String laws() {
    List<String> laws =
        violations.stream()
            .map(Violation::legalBasis)
            .filter(law -> !law.isBlank())
            .distinct()
            .sorted()
            .toList();
    return laws.isEmpty() ? "" : "Contrary to: " + String.join("; ", laws) + ".\n";
  }

  private String latest() {
    List<Violation> told =
        violations.stream()
            .filter(violation -> !violation.reconstructed())
            .sorted(Comparator.comparing(Violation::at))
            .toList();
    return told.stream()
        .skip(Math.max(0, told.size() - TOLD))
        .map(one -> "  - " + MoscowTime.day(one.date()) + ": " + one.description() + "\n")
        .collect(Collectors.joining());
  }
}
