package nadzor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nadzor.censor.RestrictionLog;
import nadzor.lab.Fence;
import nadzor.lab.Laboratory;
import nadzor.lab.LaboratorySpec;
import nadzor.lab.NetworkSpec;
import nadzor.story.Scenario;

/** The laboratory's own directory, made for one run and removed with it. */
record Workshop(Path directory) implements AutoCloseable {
  /** Removed even where a stop leaves the command no time to close. */
  static Workshop create(Interruption interruption) throws IOException {
    Workshop workshop = new Workshop(Files.createTempDirectory("nadzor-lab-"));
    interruption.atLast(workshop::close);
    return workshop;
  }

  /** Starts a laboratory for a scenario with its defaults. */
  Laboratory start(Scenario scenario, RestrictionLog log) throws IOException {
    List<NetworkSpec> networks =
        scenario.networks().stream()
            .map(plan -> NetworkSpec.of(plan.name(), plan.profile()))
            .toList();
    return start(scenario, networks, Fence.loopback(), log);
  }

  Laboratory start(Scenario scenario, List<NetworkSpec> networks, Fence fence, RestrictionLog log)
      throws IOException {
    return Laboratory.start(
        new LaboratorySpec(
            scenario.allSites(), networks, fence, directory, Instant.now(), log, scenario.seed()));
  }

  /** Idempotent: may be called by the stop and again by the command. */
  @Override
  public void close() {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + directory, e);
    }
  }
}
