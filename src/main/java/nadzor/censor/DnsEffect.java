package nadzor.censor;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** All that can happen to a DNS question. Closed; immutable values. */
public sealed interface DnsEffect {
  /** The truthful answer. */
  Pass PASS = new Pass();

  /** Calls the visitor's method for this effect. */
  <T> T accept(Visitor<T> visitor);

  /** Whether an address is drawn when it is carried out. */
  boolean draws();

  /** The question is answered truthfully. */
  record Pass() implements DnsEffect {
    @Override
    public boolean draws() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.pass();
    }
  }

  /**
   * Forged addresses: those of the asked family, NODATA for every other type.
   *
   * @param addresses IPv4 and IPv6, in the order of the answer
   * @param ttlSeconds of each record
   * @param drawn whether each answer has one address of its family, drawn by {@link
   *     DnsRuling#draw}, instead of all
   */
  record Forge(List<InetAddress> addresses, int ttlSeconds, boolean drawn) implements DnsEffect {
    /** Copies the list. */
    public Forge {
      addresses = List.copyOf(addresses);
    }

    /** All addresses in each answer. */
    public Forge(List<InetAddress> addresses, int ttlSeconds) {
      this(addresses, ttlSeconds, false);
    }

    @Override
    public boolean draws() {
      return drawn;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.forge(this);
    }
  }

  /**
   * An answer without records.
   *
   * @param code the RCODE: 0 is NODATA, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED
   */
  record Rcode(int code) implements DnsEffect {
    @Override
    public boolean draws() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.rcode(this);
    }
  }

  /** No answer at all. */
  record Silence() implements DnsEffect {
    @Override
    public boolean draws() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.silence();
    }
  }

  /** Over UDP an empty answer with TC set; over a stream, which cannot be truncated, the truth. */
  record Truncate() implements DnsEffect {
    @Override
    public boolean draws() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.truncate();
    }
  }

  /** The truth, with the {@code ech} parameter taken out of HTTPS and SVCB records (RFC 9460). */
  record StripEch() implements DnsEffect {
    @Override
    public boolean draws() {
      return false;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.stripEch();
    }
  }

  /**
   * Something else, later.
   *
   * @param by how much later
   * @param then what; no delay and no race
   */
  record Delay(Duration by, DnsEffect then) implements DnsEffect {
    /** Checks that effects are not nested deeper. */
    public Delay {
      if (then instanceof Delay || then instanceof Race) {
        throw new IllegalArgumentException("a delay of a delay or of a race");
      }
    }

    @Override
    public boolean draws() {
      return then.draws();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.delay(this);
    }
  }

  /**
   * What an injector on the path does, who can add but not take away: over UDP a forged answer at
   * once and the true one behind it; over a stream, which it cannot write into, the truth.
   *
   * @param forged addresses or an RCODE
   * @param gap how long after the forged answer the true one leaves at the earliest
   */
  record Race(DnsEffect forged, Duration gap) implements DnsEffect {
    /** Checks that there is something to inject. */
    public Race {
      if (!(forged instanceof Forge) && !(forged instanceof Rcode)) {
        throw new IllegalArgumentException("a race needs forged addresses or an rcode");
      }
    }

    @Override
    public boolean draws() {
      return forged.draws();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.race(this);
    }
  }

  /** One method for each effect. */
  interface Visitor<T> {
    T pass();

    T forge(Forge effect);

    T rcode(Rcode effect);

    T silence();

    T truncate();

    T stripEch();

    T delay(Delay effect);

    T race(Race effect);
  }
}
