package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.story.Matrix;
import nadzor.story.Measured;

/**
 * One field of a matrix: the outcome, how it showed, whether it changed or is not as expected.
 *
 * @param cell the field
 * @param measured the visits behind it
 * @param earlier what stood here at the step before
 */
record MatrixField(Matrix.Cell cell, List<Measured> measured, Optional<String> earlier) {
  private static final int CENSORED = 16;

  Html html() {
    List<Html> parts = new ArrayList<>();
    parts.add(tag("span", "outcome").text(cell.text()));
    signs().forEach(sign -> parts.add(note(sign)));
    if (Look.of(cell.text()) == Look.MIXED) {
      measured.forEach(one -> parts.add(note(one.site().host() + ": " + one.outcome().text())));
    }
    if (cell.changed()) {
      parts.add(
          tag("span", "mark").text("● changed" + earlier.map(was -> ", was " + was).orElse("")));
    }
    if (cell.differs()) {
      parts.add(tag("span", "mark differs").text("≠ expected " + expected()));
    }
    return tag("td", Look.of(cell.text()).word()).holding(parts);
  }

  private String expected() {
    return measured.stream()
        .filter(Measured::differs)
        .flatMap(one -> one.expected().stream())
        .map(Outcome::text)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** How it showed to the client; each way once. */
  private List<String> signs() {
    return measured.stream()
        .filter(one -> !one.outcome().equals(Outcome.OK))
        .flatMap(MatrixField::signs)
        .distinct()
        .toList();
  }

  private static Html note(String said) {
    return tag("small").text(said);
  }

  private static Stream<String> signs(Measured one) {
    Observation seen = one.seen();
    Stream<String> rate =
        one.outcome().equals(Outcome.SLOW)
            ? Stream.of(Words.rate(seen.rate()))
            : seen.death().map(death -> death.failure().name().text()).stream();
    Stream<String> page =
        one.outcome() instanceof Outcome.Blocked && seen.death().isEmpty()
            ? seen.answer().map(answer -> "a page, status " + answer.status()).stream()
            : Stream.of();
    Stream<String> censored =
        seen.extendedErrors().stream().anyMatch(error -> error.code() == CENSORED)
            ? Stream.of("EDE 16")
            : Stream.of();
    return Stream.of(rate, page, censored).flatMap(signs -> signs);
  }
}
