package nadzor.censor;

import java.util.random.RandomGenerator;
import nadzor.flow.Direction;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/** Draws anew each time. Thread-safe. */
final class LineChance implements Favour {
  private final Chance chance;
  private final String network;

  LineChance(Chance chance, String network) {
    this.chance = chance;
    this.network = network;
  }

  /** For a line without a chance of its own nothing is allocated. */
  @Override
  public boolean favours(ProfileRule line, int index, Sighting sighting, Scene scene) {
    return line.chance() >= 1 || chance.next(things(line, index, sighting, scene)) < line.chance();
  }

  /** A number for a draw from a list, by what was asked. */
  int draw(Sighting sighting) {
    return (int) (chance.next("draw " + network + " " + sighting.name()) * Integer.MAX_VALUE);
  }

  /** What one direction of a flow draws; other numbers for the next flow between the two. */
  RandomGenerator row(FlowKey flow, Direction direction) {
    String client = flow.client().address().getHostAddress();
    String things = client + " " + flow.server() + " " + direction;
    return chance.row("row " + network + " " + things);
  }

  /** The client's port is left out: it is another in each run. */
  private String things(ProfileRule line, int index, Sighting sighting, Scene scene) {
    return String.join(
        " ",
        network,
        line.on().word() + "#" + index,
        sighting.name().toString(),
        scene.client().address().getHostAddress(),
        scene.server().toString());
  }
}
