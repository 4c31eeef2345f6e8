package nadzor.impact;

import java.util.List;
import java.util.Optional;
import nadzor.impact.traffic.TrafficSummary;

/**
 * What an update changes for the requests of a log. Immutable.
 *
 * @param from the version in force
 * @param to the one that is to come
 * @param traffic what was read, and what was not
 * @param requests all requests that were judged
 * @param names distinct names among them
 * @param views one for each view, in the order asked for
 * @param controls how many controls were asked about
 * @param controlHits those that the new version restricts
 * @param notes what the numbers do not say
 * @param engine which path counted; the numbers are the same
 */
public record Impact(
    Version from,
    Version to,
    TrafficSummary traffic,
    long requests,
    long names,
    List<ViewImpact> views,
    int controls,
    List<ControlHit> controlHits,
    List<String> notes,
    Engine engine) {
  /**
   * A version, as reports name it.
   *
   * @param name such as a file's name
   * @param number its number
   * @param hash 64 hexadecimal digits
   * @param rules how many distinct rules it has
   */
  public record Version(String name, long number, String hash, int rules) {
    static Version of(ListVersion version) {
      return new Version(
          version.name(),
          version.list().number(),
          version.list().contentHash(),
          version.list().size());
    }
  }

  /** The impact under a view; empty where that was not asked for. */
  public Optional<ViewImpact> view(String name) {
    return views.stream().filter(view -> view.view().equals(name)).findFirst();
  }
}
