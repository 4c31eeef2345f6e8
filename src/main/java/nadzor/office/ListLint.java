package nadzor.office;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.lint.Lint;
import nadzor.blocklist.lint.LintReport;
import nadzor.blocklist.lint.LintSettings;
import nadzor.blocklist.lint.Resolution;
import nadzor.censor.Profile;
import nadzor.lab.Site;
import nadzor.lab.World;
import nadzor.office.lists.Enforceable;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;

/** Lint that knows the laboratory: where its sites live, and what its networks can carry out. */
record ListLint(Scenario scenario, World world) {
  LintReport of(Blocklist list, Instant at) {
    List<Profile> profiles =
        scenario.networks().stream()
            .filter(plan -> !plan.control())
            .map(NetworkPlan::profile)
            .distinct()
            .toList();
    LintSettings known = LintSettings.usual(at).with(resolutions(), List.of());
    return Lint.report(
        list, profiles.isEmpty() ? known : known.enforcing(new Enforceable(profiles)));
  }

  private List<Resolution> resolutions() {
    List<Resolution> all = new ArrayList<>();
    for (Site site : world.sites()) {
      for (InetAddress address : world.addressesOf(site.host())) {
        all.add(new Resolution(site.host(), address));
      }
    }
    return all;
  }
}
