package nadzor.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How much of a change is accepted. Immutable.
 *
 * @param maxNewNames how many names may be newly restricted under a view
 * @param maxShare which share of the requests, 0 to 1
 */
public record Thresholds(OptionalLong maxNewNames, OptionalDouble maxShare) {
  /** Anything. */
  public static final Thresholds NONE =
      new Thresholds(OptionalLong.empty(), OptionalDouble.empty());

  /** What is over them, in words; empty where nothing is. A control that is hit always is. */
  public List<String> exceeded(Impact impact) {
    List<String> over = new ArrayList<>();
    for (ControlHit hit : impact.controlHits()) {
      over.add(
          "control %s is restricted under %s by %s"
              .formatted(hit.control().name(), hit.view(), hit.rule()));
    }
    for (ViewImpact view : impact.views()) {
      long names = view.of(Outcome.NEWLY_RESTRICTED).names();
      if (maxNewNames.isPresent() && names > maxNewNames.getAsLong()) {
        over.add(
            "%s: %d names are newly restricted, at most %d are accepted"
                .formatted(view.view(), names, maxNewNames.getAsLong()));
      }
      if (maxShare.isPresent() && view.share() > maxShare.getAsDouble()) {
        over.add(
            String.format(
                Locale.ROOT,
                "%s: %.4f %% of the requests are newly restricted, at most %.4f %% are accepted",
                view.view(),
                100 * view.share(),
                100 * maxShare.getAsDouble()));
      }
    }
    return List.copyOf(over);
  }
}
