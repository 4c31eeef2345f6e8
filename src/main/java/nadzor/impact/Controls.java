package nadzor.impact;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.flow.DomainName;

/** Reads and judges names that must stay free. */
public final class Controls {
  private static final int TYPE_A = 1;

  private Controls() {}

  /**
   * Reads a file: a control a line, a {@code #} begins a comment. A control alone speaks for all
   * requests to its site; {@code CONTROL NAME} makes it the twin of requests for that name.
   *
   * @throws IllegalArgumentException if a line is neither, or there is none; it names the line
   */
  public static List<Control> read(Path file) throws IOException {
    List<Control> controls = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = line.replaceFirst("#.*", "").strip();
        if (!text.isEmpty()) {
          controls.add(control(text, file + ":" + number));
        }
      }
    }
    if (controls.isEmpty()) {
      throw new IllegalArgumentException(file + ": found no control, expected a name a line");
    }
    return List.copyOf(controls);
  }

  private static Control control(String text, String place) {
    String[] words = text.split("\\s+", -1);
    try {
      DomainName name = DomainName.of(words[0]);
      if (words.length <= 2) {
        return new Control(name, words.length == 1 ? name : DomainName.of(words[1]));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        place + ": found " + words.length + " words, expected CONTROL or CONTROL NAME");
  }

  /** Those that the new version restricts, with no requests counted yet. */
  static List<ControlHit> hits(List<Control> controls, Judge judge, List<View> views) {
    List<ControlHit> hits = new ArrayList<>();
    Judge.Lane lane = judge.lane();
    for (Control control : controls) {
      Verdict verdict = judge.book().verdict(lane.judge(control.name().text(), TYPE_A, ""));
      for (int i = 0; i < views.size(); i++) {
        Change change = verdict.changes().get(i);
        String view = views.get(i).name();
        change.after().ifPresent(ruling -> hits.add(hit(control, view, change, ruling)));
      }
    }
    return hits;
  }

  private static ControlHit hit(Control control, String view, Change change, Ruling ruling) {
    return new ControlHit(
        control,
        view,
        change.before().isPresent(),
        ruling.measure().word(),
        ruling.rules().get(0).toString(),
        0);
  }
}
