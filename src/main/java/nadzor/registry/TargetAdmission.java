package nadzor.registry;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses a decision on platforms that its case does not reach, or that has nothing to hold. */
record TargetAdmission(Catalogue catalogue, Decision decision) {
  void check(Subject subject) {
    List<Platform> reach = catalogue.reach(subject);
    for (String target : decision.order().targets()) {
      Platform platform = catalogue.require(decision.title(), target);
      if (!reach.contains(platform)) {
        throw new RegistryException(
            decision.title(),
            "platform '" + target + "', which case '" + decision.caseId() + "' does not reach",
            "one of " + reach.stream().map(Platform::id).collect(Collectors.joining(", ")));
      }
      checkHolds(platform);
    }
  }

  private void checkHolds(Platform platform) {
    if (platform.resources(decision.order().scope()).isEmpty()) {
      throw new RegistryException(
          decision.title(),
          "no resource of role "
              + decision.order().scope().stream().map(Role::word).collect(Collectors.joining(", "))
              + " on platform '"
              + platform.id()
              + "'",
          "at least one, or the decision restricts nothing");
    }
  }
}
