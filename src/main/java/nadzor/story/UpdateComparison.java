package nadzor.story;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what lint and impact say of an update against what the scenario expects of it. */
record UpdateComparison(Update expected, Foresight.Told told) {
  /** One line for each difference, either way round. */
  List<String> differences() {
    return Stream.of(
            differences("lint", words(told.flaws()), words(expected.findings())),
            differences("newly restricted", told.restricted(), expected.restricted()),
            differences("newly free", told.free(), expected.free()))
        .flatMap(List::stream)
        .toList();
  }

  private static Set<String> words(List<Update.Flaw> flaws) {
    return flaws.stream().map(Update.Flaw::toString).collect(Collectors.toSet());
  }

  private List<String> differences(String what, Set<String> found, Set<String> wanted) {
    return Stream.concat(
            Sets.difference(found, wanted).stream().map(one -> line("not expected", what, one)),
            Sets.difference(wanted, found).stream().map(one -> line("expected", what, one)))
        .sorted()
        .toList();
  }

  private String line(String how, String what, String one) {
    return "%s: %s before step %s: %s: %s"
        .formatted(expected.at(), how, expected.step(), what, one);
  }
}
