package nadzor.censor;

import nadzor.flow.Sighting;

/** An action on a DNS question, or on the truthful answer to one. */
public interface DnsAction extends Action {
  /** What happens to a restricted question in a network with these addresses of its own. */
  DnsEffect onQuestion(OwnAddresses own);

  @Override
  default boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.DNS_QUESTION || on == Sighting.Kind.DNS_ANSWER;
  }
}
