package nadzor.censor.condition;

import java.util.Set;
import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.DnsAsking;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Sighting;

/**
 * The question travels in one of these ways.
 *
 * @param ways udp, tcp, dot or doh
 */
public record Over(Set<DnsAsking> ways) implements Condition {
  @Override
  public String name() {
    return "over";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.DNS_QUESTION;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return sighting instanceof DnsQuestion question && ways.contains(question.asking());
  }

  @Override
  public boolean covers(Condition other) {
    return other instanceof Over over && ways.containsAll(over.ways);
  }
}
