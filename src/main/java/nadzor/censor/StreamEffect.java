package nadzor.censor;

/** All that can happen to a stream. Closed; values. */
public sealed interface StreamEffect {
  /** The stream goes on. */
  Pass PASS = new Pass();

  /** Calls the visitor's method for this effect. */
  <T> T accept(Visitor<T> visitor);

  /** A word for logs. */
  String word();

  /** Nothing happens. */
  record Pass() implements StreamEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.pass();
    }

    @Override
    public String word() {
      return "pass";
    }
  }

  /** A TCP RST to one side or both; the flow is over. */
  record Reset(boolean towardsClient, boolean towardsServer) implements StreamEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.reset(this);
    }

    @Override
    public String word() {
      return "reset";
    }
  }

  /**
   * Segments vanish in both directions and the flow stays open in silence.
   *
   * @param after how many segments still pass, counting the one that triggered
   */
  record Discard(int after) implements StreamEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.discard(this);
    }

    @Override
    public String word() {
      return "silence";
    }
  }

  /**
   * Octets go to the client in the server's name, then the flow closes cleanly.
   *
   * @param octets a whole response; not to be changed
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // compared nowhere; a copy for each page costs and helps nobody
  record Answer(byte[] octets) implements StreamEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.answer(this);
    }

    @Override
    public String word() {
      return "answer";
    }
  }

  /**
   * From now on each direction passes a token bucket of its own.
   *
   * @param up from the client
   * @param down towards the client
   */
  record Pace(Rate up, Rate down) implements StreamEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.pace(this);
    }

    @Override
    public String word() {
      return "pace";
    }
  }

  /** One method for each effect. */
  interface Visitor<T> {
    T pass();

    T reset(Reset effect);

    T discard(Discard effect);

    T answer(Answer effect);

    T pace(Pace effect);
  }
}
