package nadzor.story;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nadzor.censor.Profile;
import nadzor.lab.Fence;
import nadzor.lab.Laboratory;
import nadzor.lab.LaboratorySpec;
import nadzor.lab.NetworkSpec;
import nadzor.probe.Limits;

/**
 * A scenario played in a laboratory of its own.
 *
 * @param result what came out
 * @param events every restriction
 */
record Playing(StoryResult result, List<EventBook.Event> events) {
  /** Plays it as its file says. */
  static Playing of(Scenario scenario, Path directory) throws IOException {
    return of(scenario, directory, true);
  }

  /**
   * Plays it.
   *
   * @param restricting whether its networks keep their profiles; without them none restricts
   */
  static Playing of(Scenario scenario, Path directory, boolean restricting) throws IOException {
    StoryClock clock = new StoryClock(scenario.steps().get(0).at());
    EventBook book = new EventBook(clock);
    List<NetworkSpec> networks =
        scenario.networks().stream()
            .map(
                plan -> NetworkSpec.of(plan.name(), restricting ? plan.profile() : Profile.NEUTRAL))
            .toList();
    LaboratorySpec spec =
        new LaboratorySpec(
            scenario.allSites(), networks, Fence.loopback(), directory, Instant.now(), book);
    try (Laboratory laboratory = Laboratory.start(spec);
        StoryRun run =
            new StoryRun(scenario, laboratory, clock, Limits.standard(), Audience.NONE)) {
      StoryResult result = run.play();
      return new Playing(result, book.drain());
    }
  }
}
