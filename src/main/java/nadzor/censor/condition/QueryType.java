package nadzor.censor.condition;

import java.util.Set;
import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Sighting;

/**
 * The question asks for one of these types.
 *
 * @param types numbers of the IANA registry
 */
public record QueryType(Set<Integer> types) implements Condition {
  @Override
  public String name() {
    return "type";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.DNS_QUESTION;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return sighting instanceof DnsQuestion question && types.contains(question.type());
  }

  @Override
  public boolean covers(Condition other) {
    return other instanceof QueryType asked && types.containsAll(asked.types);
  }
}
