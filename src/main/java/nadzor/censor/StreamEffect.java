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
   * A TCP RST to one side or both; the flow is over.
   *
   * @param onAnswer false: at once, and the trigger goes nowhere; true: the trigger reaches the
   *     server, and the first octets that it answers become the reset
   */
  record Reset(boolean towardsClient, boolean towardsServer, boolean onAnswer)
      implements StreamEffect {
    /** At once. */
    public Reset(boolean towardsClient, boolean towardsServer) {
      this(towardsClient, towardsServer, false);
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
   * one of the two counts is used up.
   *
   * @param after how many still pass, counting the one that triggered
   * @param afterOctets how many octets still pass, both directions together, those of the trigger
   *     included
   */
  record Discard(int after, long afterOctets) implements StreamEffect {
    /** No limit of octets, or none of segments. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** By segments alone. */
    public Discard(int after) {
      this(after, Long.MAX_VALUE);
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
   * closed cleanly too.
   *
   * @param octets a block page, a TLS alert, or none at all; not to be changed
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
