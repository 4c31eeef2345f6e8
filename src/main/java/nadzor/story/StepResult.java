package nadzor.story;

import java.util.List;
import java.util.Map;
import nadzor.registry.RegisterEntry;
import nadzor.registry.Statement;

/**
 * What one step brought. Immutable.
 *
 * @param step the step
 * @param statements published since the step before
 * @param register the entries in force
 * @param versions the number of the blocklist version in force, by network
 * @param unenforced what could not be carried out where
 * @param cells in the order group, site, technique, network
 * @param complete false where the run was stopped within this step
 */
public record StepResult(
    Step step,
    List<Statement> statements,
    List<RegisterEntry> register,
    Map<String, Long> versions,
    List<Unenforced> unenforced,
    List<Measured> cells,
    boolean complete) {
  /** Copies the collections. */
  public StepResult {
    statements = List.copyOf(statements);
    register = List.copyOf(register);
    versions = Map.copyOf(versions);
    unenforced = List.copyOf(unenforced);
    cells = List.copyOf(cells);
  }
}
