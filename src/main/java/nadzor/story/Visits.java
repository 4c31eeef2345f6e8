package nadzor.story;

import java.util.Map;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.lab.Site;
import nadzor.probe.Cell;

/**
 * What a round of visits brought. Immutable.
 *
 * @param byKey verdicts by site, network and technique
 * @param complete whether nothing is missing
 */
record Visits(Map<String, Vote> byKey, boolean complete) {
  static final Visits NONE = new Visits(Map.of(), false);

  static String key(DomainName host, String network, String technique) {
    return host + " " + network + " " + technique;
  }

  static String key(Cell cell) {
    return key(cell.site().host(), cell.vantage().network(), cell.technique().name());
  }

  Optional<Vote> of(Site site, String network, String technique) {
    return Optional.ofNullable(byKey.get(key(site.host(), network, technique)));
  }
}
