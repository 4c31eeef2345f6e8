package nadzor.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a technique in a network, in one word. Immutable values. */
public sealed interface Outcome {
  /** It got through. */
  Outcome OK = new Ok();

  /** It got through, or would have, at a fraction of the control's rate. */
  Outcome SLOW = new Slow();

  /** The control fails too: says nothing about the network. */
  Outcome DOWN = new Down();

  /** Repeats disagree, or the instrument failed. */
  Outcome UNSURE = new Unsure();

  /** As in a matrix or a scenario's expectation: {@code ok}, {@code blocked(tls)}. */
  String text();

  /** It was kept from getting through at this stage. */
  static Outcome blocked(Stage stage) {
    return new Blocked(stage);
  }

  /** It could not be tried: says nothing about the network. */
  static Outcome notMeasured(String why) {
    return new NotMeasured(why);
  }

  /** Reads what {@link #text} writes; empty for anything else. */
  static Optional<Outcome> parse(String text) {
    if (text.startsWith(NotMeasured.PREFIX) && text.length() > NotMeasured.PREFIX.length()) {
      return Optional.of(new NotMeasured(text.substring(NotMeasured.PREFIX.length())));
    }
    List<Outcome> plain = List.of(OK, SLOW, DOWN, UNSURE);
    return Stream.concat(plain.stream(), Arrays.stream(Stage.values()).map(Outcome::blocked))
        .filter(outcome -> outcome.text().equals(text))
        .findFirst();
  }

  /** What repeats of one measurement say together: their outcome if they agree, else unsure. */
  static Outcome combine(List<Outcome> repeats) {
    List<Outcome> different = repeats.stream().distinct().toList();
    return different.size() == 1 ? different.get(0) : UNSURE;
  }

  /** See {@link #OK}. */
  record Ok() implements Outcome {
    @Override
    public String text() {
      return "ok";
    }
  }

  /** See {@link #SLOW}. */
  record Slow() implements Outcome {
    @Override
    public String text() {
      return "slow";
    }
  }

  /** See {@link #blocked}. */
  record Blocked(Stage stage) implements Outcome {
    @Override
    public String text() {
      return "blocked(" + stage.text() + ")";
    }
  }

  /** See {@link #DOWN}. */
  record Down() implements Outcome {
    @Override
    public String text() {
      return "down";
    }
  }

  /** See {@link #UNSURE}. */
  record Unsure() implements Outcome {
    @Override
    public String text() {
      return "unsure";
    }
  }

  /**
   * See {@link #notMeasured}.
   *
   * @param why such as {@code no relay here}
   */
  record NotMeasured(String why) implements Outcome {
    private static final String PREFIX = "not measured: ";

    @Override
    public String text() {
      return PREFIX + why;
    }
  }
}
