package nadzor.registry;

import java.util.stream.Collectors;

/** Refuses a decision on platforms that its case does not reach, or that has nothing to hold. */
record TargetAdmission(Catalogue catalogue, String title, String caseId, Order order) {
  void check(Subject subject) {
    for (String target : order.targets()) {
      Platform platform = catalogue.require(title, target);
      if (!subject.reaches(platform)) {
        throw new RegistryException(
            title,
            "platform '" + target + "', which case '" + caseId + "' does not reach",
            "one of "
                + catalogue.reach(subject).stream()
                    .map(Platform::id)
                    .collect(Collectors.joining(", ")));
      }
      checkHolds(platform);
    }
  }

  private void checkHolds(Platform platform) {
    if (platform.resources(order.scope()).isEmpty()) {
      throw new RegistryException(
          title,
          "no resource of role "
              + order.scope().stream().map(Role::word).collect(Collectors.joining(", "))
              + " on platform '"
              + platform.id()
              + "'",
          "at least one, or the decision restricts nothing");
    }
  }
}
