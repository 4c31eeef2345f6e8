package nadzor.censor;

import java.util.Optional;

/** All that can happen to a stream or a flow of datagrams. Closed; values. */
public sealed interface StreamEffect {
  /** The flow goes on. */
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

  /** The connection is not made: what the client hears is "connection refused". */
  record Refuse() implements StreamEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.refuse();
    }

    @Override
    public String word() {
      return "refuse";
    }
  }

  /**
   * A TCP RST to one side or both, behind what passed before; the flow is over.
   *
   * @param onAnswer false: as soon as the grace is used up; true: the trigger reaches the server,
   *     and the first octets that it answers become the reset
   * @param grace what still passes; of no account with {@code onAnswer}
   */
  record Reset(boolean towardsClient, boolean towardsServer, boolean onAnswer, Grace grace)
      implements StreamEffect {
    /** At once. */
    public Reset(boolean towardsClient, boolean towardsServer) {
      this(towardsClient, towardsServer, false);
    }

    /** At once, or on the answer. */
    public Reset(boolean towardsClient, boolean towardsServer, boolean onAnswer) {
      this(towardsClient, towardsServer, onAnswer, Grace.NONE);
    }

    /** Whether it falls at once. */
    public boolean isImmediate() {
      return !onAnswer && grace.isNone();
    }

    /** The same without its grace. */
    public Reset withoutGrace() {
      return new Reset(towardsClient, towardsServer, onAnswer);
    }

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
   * Segments or datagrams vanish in both directions and the flow stays open in silence, as soon as
   * the grace is used up.
   *
   * @param grace what still passes
   */
  record Discard(Grace grace) implements StreamEffect {
    /** By segments alone. */
    public Discard(int after) {
      this(after, Grace.ANY_OCTETS);
    }

    /** By segments or octets. */
    public Discard(int after, long afterOctets) {
      this(new Grace(after, afterOctets, Optional.empty()));
    }

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
   * Octets go to the client in the server's name, then the flow closes cleanly (FIN); the server is
   * closed cleanly too, behind what passed before.
   *
   * @param octets a block page, a TLS alert, or none at all; not to be changed
   * @param grace what still passes before
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // compared nowhere; a copy for each page costs and helps nobody
  record Answer(byte[] octets, Grace grace) implements StreamEffect {
    /** At once. */
    public Answer(byte[] octets) {
      this(octets, Grace.NONE);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.answer(this);
    }

    @Override
    public String word() {
      return octets.length == 0 ? "close" : "answer";
    }
  }

  /**
   * From now on the directions named are slowed down; the others are not.
   *
   * @param up from the client
   * @param down towards the client
   */
  record Pace(Optional<Pacing> up, Optional<Pacing> down) implements StreamEffect {
    /** Each flow by itself, from the trigger on. */
    public Pace(Rate up, Rate down) {
      this(Optional.of(Pacing.of(up)), Optional.of(Pacing.of(down)));
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.pace(this);
    }

    @Override
    public String word() {
      return "pace";
    }
  }

  /**
   * The flow leads to the network's own server of block pages instead of to its origin.
   *
   * @param tls whether that server is to speak TLS, with a certificate of its own
   */
  record Hijack(boolean tls) implements StreamEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.hijack(this);
    }

    @Override
    public String word() {
      return "hijack";
    }
  }

  /** One method for each effect. */
  interface Visitor<T> {
    T pass();

    T refuse();

    T reset(Reset effect);

    T discard(Discard effect);

    T answer(Answer effect);

    T pace(Pace effect);

    T hijack(Hijack effect);
  }
}
