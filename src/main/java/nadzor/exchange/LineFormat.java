package nadzor.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A format that is read line by line. */
interface LineFormat {
  /** Reads one line, without its end; the intake stands at it. */
  void line(String text, Intake in) throws IOException;

  /** After the last line. */
  default void end(Intake in) throws IOException {}

  /** The encoding. */
  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /** Reads all lines. */
  static void read(LineFormat format, LineSource lines, Intake in) throws IOException {
    while (lines.next(in)) {
      in.at(lines.number(), lines.text());
      format.line(lines.text(), in);
    }
    in.at(Math.max(1, lines.number()), "");
    format.end(in);
  }
}
