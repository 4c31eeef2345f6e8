package nadzor.registry;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  Values values(Language language) {
    Values values =
        new Values()
            .with("recorded", !violations.isEmpty())
            .with("names", names)
            .with("count", String.valueOf(violations.size()))
            .with(language.plural(violations.size()), true)
            .with("kinds", kinds())
            .with("contrary", laws())
            .with("reconstructed", reconstructed())
            .with("latest", latest(language));
    return values.with(
        "since",
        violations.stream().map(Violation::at).min(Comparator.naturalOrder()).map(language::month));
  }

  private Optional<String> reconstructed() {
    long count = violations.stream().filter(Violation::reconstructed).count();
    return Optional.of(count).filter(some -> some > 0).map(String::valueOf);
  }

  private String kinds() {
    Map<String, Long> kinds =
        violations.stream()
            .collect(Collectors.groupingBy(Violation::breach, TreeMap::new, Collectors.counting()));
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + " (" + kind.getValue() + ")")
        .collect(Collectors.joining("; "));
  }

  private Optional<String> laws() {
    List<String> laws =
        violations.stream()
            .map(Violation::legalBasis)
            .filter(law -> !law.isBlank())
            .distinct()
            .sorted()
            .toList();
    return Optional.of(String.join("; ", laws)).filter(text -> !text.isEmpty());
  }

  private List<Values> latest(Language language) {
    List<Violation> told =
        violations.stream()
            .filter(violation -> !violation.reconstructed())
            .sorted(Comparator.comparing(Violation::at))
            .toList();
    return told.stream()
        .skip(Math.max(0, told.size() - TOLD))
        .map(
            one ->
                new Values()
                    .with("day", language.day(one.date()))
                    .with("description", one.description()))
        .toList();
  }
}
