package nadzor.story;

import java.util.Map;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.lab.Site;
import nadzor.probe.Observation;

/**
 * What a round of visits brought. Immutable.
 *
 * @param byKey observations by site, network and technique
 * @param complete whether nothing is missing
 */
record Visits(Map<String, Observation> byKey, boolean complete) {
  static String key(DomainName host, String network, String technique) {
    return host + " " + network + " " + technique;
  }

  Optional<Observation> of(Site site, String network, String technique) {
    return Optional.ofNullable(byKey.get(key(site.host(), network, technique)));
  }
}
