package nadzor.cli.live;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The running laboratory did not do what it was asked, and says why; or it does not answer. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A status that stands for no answer at all. */
  static final int UNREACHABLE = 0;

  private final int status;

  Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  /**
   * Reads problem details (RFC 9457): title and detail, then a line for each fault that they leave
   * out.
   */
  static Refused of(int status, JsonNode problem) {
    List<String> lines = new ArrayList<>();
    String title = problem.path("title").asString("HTTP status " + status);
    String detail = problem.path("detail").asString("");
    lines.add(detail.isEmpty() || detail.equals(title) ? title : title + ": " + detail);
    for (JsonNode fault : problem.path("errors")) {
      String words = words(fault);
      if (!detail.contains(words)) {
        lines.add(("  " + fault.path("pointer").asString("")).stripTrailing() + " " + words);
      }
    }
    return new Refused(status, String.join(System.lineSeparator(), lines));
  }

  private static String words(JsonNode fault) {
    String found = fault.path("found").asString("");
    String expected = fault.path("expected").asString("");
    return found.isEmpty() || expected.isEmpty()
        ? fault.path("detail").asString("")
        : "found " + found + ", expected " + expected;
  }

  /** Whether the laboratory was not there, rather than of another opinion. */
  public boolean unreachable() {
    return status == UNREACHABLE;
  }

  /** Whether the laboratory could not, rather than would not: its store fails. */
  public boolean unable() {
    return status >= 500;
  }
}
