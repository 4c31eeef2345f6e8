package nadzor.office;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nadzor.lab.Fence;
import nadzor.lab.NetworkSpec;
import nadzor.story.Scenario;

/**
 * What an office is opened with. Immutable.
 *
 * @param scenario its world, networks, platforms and policy
 * @param networks how the scenario's networks are started
 * @param fence which addresses it may bind and reach
 * @param directory the laboratory's own
 * @param store where the journal is kept: a path of a SQLite file, or {@code jdbc:postgresql://...}
 * @param start what the calendar shows first
 * @param populated whether a new journal holds what the scenario has until then; else it is empty
 * @param running whether the calendar runs
 * @param speed of the calendar, in seconds a second
 * @param lists where the versions of the list are kept
 */
public record OfficeSpec(
    Scenario scenario,
    List<NetworkSpec> networks,
    Fence fence,
    Path directory,
    String store,
    Instant start,
    boolean populated,
    boolean running,
    double speed,
    Path lists) {
  /** Copies the list. */
  public OfficeSpec {
    networks = List.copyOf(networks);
  }

  /** With the versions of the list in its own directory. */
  public OfficeSpec(
      Scenario scenario,
      List<NetworkSpec> networks,
      Fence fence,
      Path directory,
      String store,
      Instant start,
      boolean populated,
      boolean running,
      double speed) {
    this(
        scenario,
        networks,
        fence,
        directory,
        store,
        start,
        populated,
        running,
        speed,
        directory.resolve("lists"));
  }

  /** The same with the versions of the list elsewhere. */
  public OfficeSpec withLists(Path folder) {
    return new OfficeSpec(
        scenario, networks, fence, directory, store, start, populated, running, speed, folder);
  }

  /** On loopback, on free ports, populated, running at real speed. */
  public static OfficeSpec of(Scenario scenario, Path directory, Instant start) {
    List<NetworkSpec> networks =
        scenario.networks().stream()
            .map(plan -> NetworkSpec.of(plan.name(), plan.profile()))
            .toList();
    String store = directory.resolve("journal.db").toString();
    return new OfficeSpec(
        scenario, networks, Fence.loopback(), directory, store, start, true, true, 1);
  }

  /** The same with a journal that is empty. */
  public OfficeSpec empty() {
    return new OfficeSpec(
        scenario, networks, fence, directory, store, start, false, running, speed, lists);
  }

  /** The same with a calendar that stands still. */
  public OfficeSpec paused() {
    return new OfficeSpec(
        scenario, networks, fence, directory, store, start, populated, false, speed, lists);
  }
}
