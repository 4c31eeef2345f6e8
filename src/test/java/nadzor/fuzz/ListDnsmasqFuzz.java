package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#DNSMASQ}. */
public final class ListDnsmasqFuzz {
  private ListDnsmasqFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.DNSMASQ, data);
  }
}
