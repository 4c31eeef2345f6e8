package nadzor.exchange;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The records of a policy zone, and what they prescribe. */
final class RpzAction {
  private static final String ALIAS = "CNAME ";
  private static final Map<String, Act> ACTS =
      Map.of(
          "CNAME .", Act.NXDOMAIN,
          "CNAME *.", Act.NODATA,
          "CNAME rpz-passthru.", Act.PASS,
          "CNAME rpz-drop.", Act.DROP,
          "CNAME rpz-tcp-only.", Act.TCP_ONLY);

  private RpzAction() {}

  /**
   * What records prescribe.
   *
   * @param owner relative to the zone: an alias of it is the old way to let something pass
   */
  static Prescription read(String owner, OptionalLong ttl, List<String> data) {
    if (data.size() == 1 && data.get(0).startsWith(ALIAS)) {
      String alias = data.get(0);
      Act act = ACTS.getOrDefault(alias, Act.LOCAL_DATA);
      boolean itself = alias.equalsIgnoreCase(ALIAS + owner + ".");
      if (itself || act != Act.LOCAL_DATA) {
        return new Prescription(itself ? Act.PASS : act, ttl, List.of());
      }
    }
    return new Prescription(Act.LOCAL_DATA, ttl, data);
  }

  /** The records of a prescription, each as type and data. */
  static List<String> write(Prescription prescription) {
    return switch (prescription.act()) {
      case LISTED, NXDOMAIN, REFUSED -> List.of("CNAME .");
      case NODATA -> List.of("CNAME *.");
      case PASS -> List.of("CNAME rpz-passthru.");
      case DROP -> List.of("CNAME rpz-drop.");
      case TCP_ONLY -> List.of("CNAME rpz-tcp-only.");
      case LOCAL_DATA -> prescription.data();
      case THROTTLE, BESIDE, MEASURE -> List.of();
    };
  }
}
