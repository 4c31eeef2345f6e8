package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Place;
import nadzor.flow.Sighting;

/**
 * The question is seen at this place: at the network's own resolver, or on its way to another.
 *
 * @param place where
 */
public record At(Place place) implements Condition {
  @Override
  public String name() {
    return "at";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.DNS_QUESTION;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return sighting instanceof DnsQuestion question && question.place() == place;
  }
}
