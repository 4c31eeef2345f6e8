package nadzor.fuzz;

import nadzor.impact.traffic.TrafficFormat;

/** A capture of libpcap. */
public final class PcapFuzz {
  private PcapFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    TrafficInput.hold(TrafficFormat.PCAP, data);
  }
}
