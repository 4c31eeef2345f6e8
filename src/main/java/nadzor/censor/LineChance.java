package nadzor.censor;

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
