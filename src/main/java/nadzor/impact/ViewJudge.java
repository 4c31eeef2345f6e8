package nadzor.impact;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.blocklist.Measure;
import nadzor.censor.Enforcement;
import nadzor.censor.Foresight;
import nadzor.flow.NameView;
import nadzor.flow.Sighting;

/** Judges requests by one version as one view has it. Thread-safe. */
interface ViewJudge {
  /** What happens to the request; empty where nothing does that is listed. */
  Optional<Ruling> judge(NameView name, int type, String url);

  static ViewJudge of(View view, Blocklist version) {
    if (view.profile().isEmpty()) {
      return (name, type, url) -> plainly(version, name, url);
    }
    Enforcement enforcement = Enforcement.foreseeing(view.name(), view.profile().get(), version);
    return (name, type, url) -> enforced(enforcement, name, type, url);
  }

  private static Optional<Ruling> plainly(Blocklist version, NameView name, String url) {
    Match match = version.find(name);
    if (Visit.isPlain(url)) {
      match = match.plus(version.findUrl(name, Visit.target(url)));
    }
    if (match.isEmpty()) {
      return Optional.empty();
    }
    Measure measure = match.orders(Measure.BLOCK) ? Measure.BLOCK : Measure.THROTTLE;
    return Optional.of(new Ruling(measure, "list", match.rules()));
  }

  private static Optional<Ruling> enforced(
      Enforcement enforcement, NameView name, int type, String url) {
    boolean decrypts = enforcement.profile().quic().decrypt();
    List<Sighting> seen = Visit.sightings(name, type, url, decrypts);
    Optional<Ruling> strictest = Optional.empty();
    for (Sighting sighting : seen) {
      Optional<Ruling> ruling =
          enforcement
              .foresee(sighting, Visit.server(sighting))
              .filter(Foresight::isListed) // a habit is the same before and after
              .map(hit -> ruling(hit, sighting));
      if (ruling.isPresent()
          && (strictest.isEmpty() || ruling.get().isStricterThan(strictest.get()))) {
        strictest = ruling;
      }
    }
    return strictest;
  }

  private static Ruling ruling(Foresight hit, Sighting sighting) {
    return new Ruling(hit.line().measure(), sighting.kind().word(), hit.match().rules());
  }
}
