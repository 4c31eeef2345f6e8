package nadzor.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import nadzor.censor.Profile;
import nadzor.censor.RestrictionLog;
import nadzor.flow.Endpoint;
import nadzor.lab.Fence;
import nadzor.lab.LabNetwork;
import nadzor.lab.Laboratory;
import nadzor.lab.LaboratorySpec;
import nadzor.lab.NetworkSpec;
import nadzor.lab.Site;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import nadzor.story.StandingLists;

/** The shipped scenario's laboratory, up at one instant: one for each test class. */
final class LaboratoryFixture implements AutoCloseable {
  static final Path SCENARIO = Path.of("config", "scenarios", "meta-2022.yaml");

  /** Facebook is slowed down in tspu-2022. */
  static final String SLOWED = "2022-02-25T22:00:00+03:00";

  /** Facebook is blocked in every network but the control, Instagram in none. */
  static final String BLOCKED = "2022-03-04T22:00:00+03:00";

  /** Facebook and Instagram are blocked in every network but the control. */
  static final String ALL_BLOCKED = "2022-03-14T22:00:00+03:00";

  private final Scenario scenario;
  private final Path directory;
  private final Laboratory laboratory;

  private LaboratoryFixture(Scenario scenario, Path directory, Laboratory laboratory) {
    this.scenario = scenario;
    this.directory = directory;
    this.laboratory = laboratory;
  }

  /** Up at an instant, as the scenario has it. */
  static LaboratoryFixture at(String instant) {
    return at(instant, Map.of());
  }

  /** Up at an instant, some networks with other profiles than the scenario's. */
  static LaboratoryFixture at(String instant, Map<String, Profile> others) {
    Scenario scenario = new ScenarioReader().read(SCENARIO);
    List<NetworkSpec> networks =
        scenario.networks().stream()
            .map(it -> NetworkSpec.of(it.name(), others.getOrDefault(it.name(), it.profile())))
            .toList();
    try {
      Path directory = Files.createTempDirectory("nadzor-clients-");
      Laboratory laboratory =
          Laboratory.start(
              new LaboratorySpec(
                  scenario.allSites(),
                  networks,
                  Fence.loopback(),
                  directory,
                  Instant.now(),
                  RestrictionLog.NONE));
      StandingLists.activate(scenario, laboratory, OffsetDateTime.parse(instant).toInstant());
      return new LaboratoryFixture(scenario, directory, laboratory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scenario's sites, canaries apart. */
  List<Site> sites() {
    return scenario.sites();
  }

  /** A site of the scenario. */
  Site site(String host) {
    return sites().stream().filter(s -> s.host().text().equals(host)).findFirst().orElseThrow();
  }

  /** A network by its name. */
  LabNetwork network(String name) {
    return laboratory.network(name);
  }

  /** A network's proxy. */
  Endpoint proxy(String network) {
    return network(network).proxy();
  }

  /** The CA's certificate. */
  String ca() {
    return laboratory.caFile().toString();
  }

  /** The hashes of the origins' keys, for Chromium. */
  String spkiList() {
    return laboratory.spkiList();
  }

  @Override
  public void close() {
    laboratory.close();
    Directory.remove(directory);
  }
}
