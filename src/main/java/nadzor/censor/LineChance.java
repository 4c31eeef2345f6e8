package nadzor.censor;

import nadzor.flow.Sighting;

/** Whether a line that could hit does this time. Thread-safe. */
final class LineChance {
  private final Chance chance;
  private final String network;

  LineChance(Chance chance, String network) {
    this.chance = chance;
    this.network = network;
  }

  /** Always, for a line without a chance of its own; then nothing is allocated. */
  boolean favours(ProfileRule line, Sighting sighting, Scene scene) {
    return line.chance() >= 1 || chance.next(things(line, sighting, scene)) < line.chance();
  }

  /** A number for a draw from a list, by what was asked. */
  int draw(Sighting sighting) {
    return (int) (chance.next("draw " + network + " " + sighting.name()) * Integer.MAX_VALUE);
  }

  /** The client's port is left out: it is another in each run. */
  private String things(ProfileRule line, Sighting sighting, Scene scene) {
    return String.join(
        " ",
        network,
        line.on().word(),
        line.action().name(),
        sighting.name().toString(),
        scene.client().address().getHostAddress(),
        scene.server().toString());
  }
}
