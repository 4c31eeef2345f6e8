package nadzor.story.survey;

import nadzor.probe.Technique;

/** One cell to be measured: a target, in a network, with a technique. Immutable. */
public record Errand(String network, Target target, Technique technique) {
  /** Names the cell. */
  String key() {
    return network + " " + target.host() + target.path() + " " + technique.name();
  }
}
