package nadzor.story.survey;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nadzor.censor.Profile;
import nadzor.censor.RestrictionLog;
import nadzor.lab.Fence;
import nadzor.lab.LaboratorySpec;
import nadzor.lab.NetworkSpec;

/** The laboratory that a survey needs: its world, the control, and its networks. */
public final class SurveyLaboratory {
  private SurveyLaboratory() {}

  /**
   * On loopback alone.
   *
   * @param directory the laboratory's own
   * @param now the real time, for certificates
   * @param log where restrictions are told
   */
  public static LaboratorySpec spec(
      SurveyPlan plan, Path directory, Instant now, RestrictionLog log) {
    Stream<NetworkSpec> control = Stream.of(NetworkSpec.of(SurveyPlan.CONTROL, Profile.NEUTRAL));
    Stream<NetworkSpec> others =
        plan.networks().stream().map(each -> NetworkSpec.of(each.name(), each.profile()));
    List<NetworkSpec> networks = Stream.concat(control, others).toList();
    return new LaboratorySpec(
        plan.world(), networks, Fence.loopback(), directory, now, log, plan.conduct().seed());
  }
}
