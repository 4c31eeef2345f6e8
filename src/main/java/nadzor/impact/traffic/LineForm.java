package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The form of a resolver's log lines. Stateless. */
@FunctionalInterface
interface LineForm {
  /** The question that a line tells of; empty for any other line. */
  Optional<RawRow> question(String line);

  /** Reads logs of this form. */
  default TrafficReader reader() {
    return this::read;
  }

  private void read(InputStream in, Intake intake) throws IOException {
    LogLines lines = new LogLines(in);
    while (lines.next()) {
      Optional<RawRow> row = lines.isTooLong() ? Optional.empty() : question(lines.text());
      if (row.isPresent()) {
        RawRow told = row.get();
        boolean timed = intake.times().areAsked();
        intake.row(timed ? told.at(LogTime.of(lines.text())) : told, lines.number());
      } else {
        intake.skip(lines.isTooLong() ? Skip.LONG : Skip.NO_QUESTION, lines.number());
      }
    }
  }
}
