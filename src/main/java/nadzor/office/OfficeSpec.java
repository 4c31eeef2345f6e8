package nadzor.office;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import nadzor.lab.Fence;
import nadzor.lab.NetworkSpec;
import nadzor.story.Scenario;

/**
 * What an office is opened with: begin with {@link #of} and change what is to be different.
 * Immutable.
 *
 * @param scenario its world, networks, platforms and policy
 * @param networks how the scenario's networks are started
 * @param fence which addresses it may bind and reach
 * @param kept where things are kept
 * @param opening how it opens
 */
public record OfficeSpec(
    Scenario scenario, List<NetworkSpec> networks, Fence fence, Kept kept, Opening opening) {
  /** Copies the list. */
  public OfficeSpec {
    networks = List.copyOf(networks);
  }

  /**
   * Where things are kept.
   *
   * @param directory the laboratory's own
   * @param store the journal: a path of a SQLite file, or {@code jdbc:postgresql://...}
   * @param lists the versions of the list
   */
  public record Kept(Path directory, String store, Path lists) {
    /** All in one directory. */
    public static Kept in(Path directory) {
      return new Kept(
          directory, directory.resolve("journal.db").toString(), directory.resolve("lists"));
    }
  }

  /**
   * How it opens.
   *
   * @param start what the calendar shows first
   * @param populated whether a new journal holds what the scenario has until then; else it is empty
   * @param running whether the calendar runs
   * @param speed of the calendar, in seconds a second
   */
  public record Opening(Instant start, boolean populated, boolean running, double speed) {}

  /** On loopback, on free ports, populated, running at real speed. */
  public static OfficeSpec of(Scenario scenario, Path directory, Instant start) {
    List<NetworkSpec> networks =
        scenario.networks().stream()
            .map(plan -> NetworkSpec.of(plan.name(), plan.profile()))
            .toList();
    return new OfficeSpec(
        scenario,
        networks,
        Fence.loopback(),
        Kept.in(directory),
        new Opening(start, true, true, 1));
  }

  /** The same with the journal kept elsewhere. */
  public OfficeSpec withStore(String place) {
    return keeping(new Kept(kept.directory(), place, kept.lists()));
  }

  /** The same with the versions of the list elsewhere. */
  public OfficeSpec withLists(Path folder) {
    return keeping(new Kept(kept.directory(), kept.store(), folder));
  }

  /** The same with a journal that is empty. */
  public OfficeSpec empty() {
    return opening(new Opening(start(), false, running(), speed()));
  }

  /** The same with a calendar that stands still. */
  public OfficeSpec paused() {
    return opening(new Opening(start(), populated(), false, speed()));
  }

  /** The same with a calendar of that speed, in seconds a second. */
  public OfficeSpec withSpeed(double faster) {
    return opening(new Opening(start(), populated(), running(), faster));
  }

  private OfficeSpec keeping(Kept other) {
    return new OfficeSpec(scenario, networks, fence, other, opening);
  }

  private OfficeSpec opening(Opening other) {
    return new OfficeSpec(scenario, networks, fence, kept, other);
  }

  /** The laboratory's own directory. */
  public Path directory() {
    return kept.directory();
  }

  /** Where the journal is kept. */
  public String store() {
    return kept.store();
  }

  /** The same with what makes a start quick. */
  Shelf shelf() {
    return new Shelf(
        store(), directory().resolve("journal.image"), directory().resolve("version.image"));
  }

  /** Where the versions of the list are kept. */
  public Path lists() {
    return kept.lists();
  }

  /** What the calendar shows first. */
  public Instant start() {
    return opening.start();
  }

  /** Whether a new journal holds what the scenario has. */
  public boolean populated() {
    return opening.populated();
  }

  /** Whether the calendar runs. */
  public boolean running() {
    return opening.running();
  }

  /** The calendar's speed, in seconds a second. */
  public double speed() {
    return opening.speed();
  }
}
