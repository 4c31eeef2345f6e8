package nadzor.fuzz;

import nadzor.impact.traffic.TrafficFormat;

/** A capture of pcapng. */
public final class PcapngFuzz {
  private PcapngFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    TrafficInput.hold(TrafficFormat.PCAPNG, data);
  }
}
