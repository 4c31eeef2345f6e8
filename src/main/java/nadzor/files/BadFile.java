package nadzor.files;

import java.util.List;
import java.util.stream.Collectors;

/** A file cannot be used; every problem names its place. */
public final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With at least one problem. */
  public BadFile(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** With one problem. */
  public BadFile(Problem problem) {
    this(List.of(problem));
  }

  /** What is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
