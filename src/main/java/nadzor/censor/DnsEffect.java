package nadzor.censor;

import java.net.InetAddress;
import java.util.List;

/** All that can happen to a DNS question. Closed; immutable values. */
public sealed interface DnsEffect {
  /** The truthful answer. */
  Pass PASS = new Pass();

  /** Calls the visitor's method for this effect. */
  <T> T accept(Visitor<T> visitor);

  /** The question is answered truthfully. */
  record Pass() implements DnsEffect {
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
   */
  record Forge(List<InetAddress> addresses, int ttlSeconds) implements DnsEffect {
    /** Copies the list. */
    public Forge {
      addresses = List.copyOf(addresses);
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
    public <T> T accept(Visitor<T> visitor) {
      return visitor.rcode(this);
    }
  }

  /** No answer at all. */
  record Silence() implements DnsEffect {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.silence();
    }
  }

  /** One method for each effect. */
  interface Visitor<T> {
    T pass();

    T forge(Forge effect);

    T rcode(Rcode effect);

    T silence();
  }
}
