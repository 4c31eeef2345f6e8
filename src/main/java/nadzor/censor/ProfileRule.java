package nadzor.censor;

import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.flow.Sighting;

/**
 * One line of a profile: for this sighting and this measure, this action. Immutable.
 *
 * @param on the sighting
 * @param measure what a decision orders
 * @param action what the network does
 * @param residual what stays after a trigger
 */
public record ProfileRule(
    Sighting.Kind on, Measure measure, Action action, Optional<Residual> residual) {
  /** Checks that the action can act on the sighting. */
  public ProfileRule {
    boolean dns = on == Sighting.Kind.DNS_QUESTION;
    boolean fits = dns ? action instanceof DnsAction : action instanceof StreamAction;
    if (!fits) {
      throw new IllegalArgumentException(
          "action '" + action.name() + "' cannot act on a " + on.word());
    }
    if (action instanceof BlockPage && on != Sighting.Kind.HTTP_HEAD) {
      throw new IllegalArgumentException(
          "a block page can stand behind an http-head only, not behind a " + on.word());
    }
    if (dns && residual.isPresent()) {
      throw new IllegalArgumentException("a dns-question leaves no residual");
    }
  }
}
