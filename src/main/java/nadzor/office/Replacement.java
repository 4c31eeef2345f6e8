package nadzor.office;

import java.util.List;

/**
 * A laboratory in a known state, or as it would be. Immutable.
 *
 * @param networks those that change
 * @param view the new journal, at the new instant
 */
public record Replacement(List<NetworkChange> networks, View view) {
  /** Copies the list. */
  public Replacement {
    networks = List.copyOf(networks);
  }
}
