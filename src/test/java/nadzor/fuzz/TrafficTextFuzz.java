package nadzor.fuzz;

import java.util.List;
import nadzor.impact.traffic.TrafficFormat;

/** A log of text, read as every format of text. */
public final class TrafficTextFuzz {
  private static final List<TrafficFormat> FORMATS =
      List.of(
          TrafficFormat.CSV,
          TrafficFormat.JSON_LINES,
          TrafficFormat.BIND,
          TrafficFormat.UNBOUND,
          TrafficFormat.DNSMASQ);

  private TrafficTextFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    FORMATS.forEach(format -> TrafficInput.hold(format, data));
  }
}
