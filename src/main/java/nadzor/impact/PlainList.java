package nadzor.impact;

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

/** A matcher a line, as {@link Matcher#of} reads them; a {@code #} begins a comment. */
public final class PlainList implements ListSource {
  @Override
  public ListVersion read(Path file, Measure measure, long number) throws IOException {
    String label = String.valueOf(file.getFileName());
    List<Rule> rules = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int line = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        String bare = text.replaceFirst("#.*", "").strip();
        if (!bare.isEmpty()) {
          Reason reason = new Reason.OfList(label, line);
          rules.add(new Rule(matcher(bare, file, line), measure, reason));
        }
      }
    }
    return new ListVersion(file.toString(), Blocklist.compile(number, rules));
  }

  private static Matcher matcher(String text, Path file, int line) throws IOException {
    try {
      return Matcher.of(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ":" + line + ": " + e.getMessage(), e);
    }
  }
}
