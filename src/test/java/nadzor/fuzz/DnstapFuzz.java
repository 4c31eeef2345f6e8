package nadzor.fuzz;

import nadzor.impact.traffic.TrafficFormat;

/** dnstap in Frame Streams. */
public final class DnstapFuzz {
  private DnstapFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    TrafficInput.hold(TrafficFormat.DNSTAP, data);
  }
}
